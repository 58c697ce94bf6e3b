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
import org.apache.hadoop.mapreduce.Job;
import org.kiramr.fits.mapreduce.FitsInputs;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.run.JobTuning;
import org.kiramr.jobs.run.Versions;

/** Writes the record of inputs, parameters, versions, counters and digests that made an output. */
final class Provenance {
  /** The file's name in the output directory; a directory that has it is an output of ours. */
  static final String FILE = FitsInputs.OUTPUT_MARKER;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Provenance() {}

  static void write(
      Path file,
      Job job,
      Counters counters,
      InputPlan plan,
      CatalogDigest digest,
      Instant started,
      Instant ended)
      throws IOException {
    Configuration conf = job.getConfiguration();
    ObjectNode root = JSON.createObjectNode();
    root.put("command", "extract");
    root.put("started", started.toString());
    root.put("ended", ended.toString());
    root.set("inputs", inputs(conf, plan));
    root.set("parameters", parameters(conf));
    ObjectNode versions = root.putObject("versions");
    Versions.ofClient().forEach(versions::put);
    // what the tasks loaded, which on a cluster is not what the client has
    ArrayNode libsep = versions.putArray("libsep");
    counters.getGroup(KiraCounter.LIBSEP_GROUP).forEach(counter -> libsep.add(counter.getName()));
    ArrayNode libwcs = versions.putArray("libwcs");
    counters.getGroup(KiraCounter.LIBWCS_GROUP).forEach(counter -> libwcs.add(counter.getName()));
    root.set("job", job(job, plan));
    root.set("counters", counters(counters));
    root.set("digests", digests(digest));
    FileSystem fileSystem = file.getFileSystem(conf);
    try (OutputStream out = fileSystem.create(file, true)) {
      JSON.writeValue(out, root);
    }
  }

  private static ObjectNode inputs(Configuration conf, InputPlan plan) {
    ObjectNode inputs = JSON.createObjectNode();
    ArrayNode arguments = inputs.putArray("arguments");
    ExtractSettings.INPUT.get(conf).forEach(arguments::add);
    inputs.put("files", plan.files());
    inputs.put("bytes", plan.bytes());
    inputs.put("list", "files/");
    return inputs;
  }

  private static ObjectNode parameters(Configuration conf) {
    ObjectNode parameters = JSON.createObjectNode();
    for (Setting<?> setting : ExtractSettings.all()) {
      if (setting != ExtractSettings.INPUT && setting != ExtractSettings.OUTPUT) {
        parameters.put(setting.key(), setting.text(conf));
      }
    }
    return parameters;
  }

  private static ObjectNode job(Job job, InputPlan plan) throws IOException {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", job.getJobID().toString());
    node.put("framework", JobTuning.isLocal(job.getConfiguration()) ? "local" : "yarn");
    node.put("user", job.getUser());
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
