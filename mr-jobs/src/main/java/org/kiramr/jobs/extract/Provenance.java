package org.kiramr.jobs.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.kiramr.fits.mapreduce.FitsInputs;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.run.Versions;

/** Writes the record of inputs, parameters, versions, counters and digests that made an output. */
final class Provenance {
  /** The file's name in the output directory; a directory that has it is an output of ours. */
  static final String FILE = FitsInputs.OUTPUT_MARKER;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Configuration conf;
  private final InputPlan plan;
  private final Instant started;
  private final Instant ended;

  Provenance(Configuration conf, InputPlan plan, Instant started, Instant ended) {
    this.conf = conf;
    this.plan = plan;
    this.started = started;
    this.ended = ended;
  }

  void write(Path file, String engine, EngineResult result, CatalogDigest digest)
      throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("command", "extract");
    root.put("engine", engine);
    root.put("started", started.toString());
    root.put("ended", ended.toString());
    root.set("inputs", inputs());
    root.set("parameters", parameters());
    root.set("versions", versions(result));
    root.set("job", job(result));
    root.set("counters", counters(result.counters()));
    root.set("digests", digests(digest));
    FileSystem fileSystem = file.getFileSystem(conf);
    try (OutputStream out = fileSystem.create(file, true)) {
      JSON.writeValue(out, root);
    }
  }

  private ObjectNode inputs() throws IOException {
    ObjectNode inputs = JSON.createObjectNode();
    ArrayNode arguments = inputs.putArray("arguments");
    ExtractSettings.INPUT.get(conf).forEach(arguments::add);
    if (!conf.getBoolean(Extraction.INPUTS_UNQUALIFIED, false)) {
      // what they mean whoever reads this, and wherever
      ArrayNode qualified = inputs.putArray("qualified");
      FitsInputs.qualifiedInputs(conf).forEach(qualified::add);
    }
    inputs.put("files", plan.files());
    inputs.put("bytes", plan.bytes());
    inputs.put("list", "files/");
    return inputs;
  }

  private ObjectNode parameters() {
    ObjectNode parameters = JSON.createObjectNode();
    for (Setting<?> setting : ExtractSettings.all()) {
      if (setting != ExtractSettings.INPUT && setting != ExtractSettings.OUTPUT) {
        parameters.put(setting.key(), setting.text(conf));
      }
    }
    return parameters;
  }

  private static ObjectNode versions(EngineResult result) {
    ObjectNode versions = JSON.createObjectNode();
    Versions.ofClient().forEach(versions::put);
    result.versions().forEach(versions::put);
    // what the tasks loaded, which on a cluster is not what the client has
    ArrayNode libsep = versions.putArray("libsep");
    Counters counters = result.counters();
    counters.getGroup(KiraCounter.LIBSEP_GROUP).forEach(counter -> libsep.add(counter.getName()));
    ArrayNode libwcs = versions.putArray("libwcs");
    counters.getGroup(KiraCounter.LIBWCS_GROUP).forEach(counter -> libwcs.add(counter.getName()));
    return versions;
  }

  private ObjectNode job(EngineResult result) {
    ObjectNode node = JSON.createObjectNode();
    result.job().forEach(node::put);
    node.put("reducers", plan.reducers());
    return node;
  }

  private static ObjectNode counters(Counters counters) {
    ObjectNode node = JSON.createObjectNode();
    for (KiraCounter counter : KiraCounter.values()) {
      node.put(counter.name(), counter.in(counters));
    }
    return node;
  }

  private static ObjectNode digests(CatalogDigest digest) {
    ObjectNode node = JSON.createObjectNode();
    node.put("catalog", digest.sha256());
    node.put("fields", "fields/");
    return node;
  }
}
