package org.kiramr.jobs.compare;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.ToolRunner;

/** Runs {@code compare} in this process with Hadoop's local job runner. */
final class CompareRun {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Path directory;
  private int exitCode;

  /**
   * @param directory where Hadoop and the result go
   */
  CompareRun(Path directory) {
    this.directory = directory;
  }

  /** Compares and reads the result back from its JSON. */
  CatalogComparison of(Path a, Path b, String... options) throws Exception {
    Path json = directory.resolve("result.json");
    List<String> words = new ArrayList<>(List.of("--json", json.toString()));
    words.addAll(List.of(options));
    words.add(a.toString());
    words.add(b.toString());
    exitCode = run(words.toArray(String[]::new));
    return new ObjectMapper()
        .readerFor(CatalogComparison.class)
        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .readValue(Files.readString(json));
  }

  /** The exit code of any words. */
  int run(String... words) throws Exception {
    Configuration conf = new Configuration();
    conf.set("hadoop.tmp.dir", directory.resolve("hadoop").toString());
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return ToolRunner.run(conf, new CompareCommand(out), words);
  }

  int exitCode() {
    return exitCode;
  }

  /** What the command printed. */
  String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
