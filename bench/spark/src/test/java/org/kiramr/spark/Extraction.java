package org.kiramr.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.util.ToolRunner;
import org.kiramr.jobs.cli.KiraTool;
import org.kiramr.jobs.extract.ExtractCommand;

/** The output of an extraction in this process, or of one that is done already. */
record Extraction(Path directory, int exitCode) {
  /** By MapReduce's local job runner. */
  static Extraction byMapReduce(Path output, String... options) throws Exception {
    return run(ExtractCommand::new, output, options);
  }

  /** By Spark with two threads. */
  static Extraction bySpark(Path output, String... options) throws Exception {
    List<String> words = new ArrayList<>(List.of(options));
    words.addAll(List.of("--master", "local[2]"));
    return run(
        out -> new ExtractCommand(out, new SparkEngine()), output, words.toArray(String[]::new));
  }

  private interface Command {
    KiraTool of(PrintStream out);
  }

  private static Extraction run(Command command, Path output, String... options) throws Exception {
    List<String> words = new ArrayList<>(List.of(options));
    words.addAll(List.of("-o", output.toString()));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    int exitCode = ToolRunner.run(new JobConf(), command.of(out), words.toArray(String[]::new));
    return new Extraction(output, exitCode);
  }

  /** Fails unless the other one has the same files and the same lines in the same order. */
  void assertSame(Extraction other) throws IOException {
    assertThat(other.exitCode).isEqualTo(exitCode);
    assertThat(other.parts()).isEqualTo(parts());
  }

  /** The lines of each part of each table. */
  Map<String, List<String>> parts() throws IOException {
    Map<String, List<String>> parts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(file).toString();
        parts.put(name, name.equals("_provenance.json") ? List.of() : Files.readAllLines(file));
      }
    }
    return parts;
  }

  /** Lines of a table without its header. */
  List<String> rows(String table) throws IOException {
    List<String> rows = new ArrayList<>();
    parts()
        .forEach(
            (name, lines) -> {
              if (name.startsWith(table + "/")) {
                lines.stream().filter(line -> !line.startsWith("#")).skip(1).forEach(rows::add);
              }
            });
    return rows;
  }

  String provenance() throws IOException {
    return Files.readString(directory.resolve("_provenance.json"));
  }
}
