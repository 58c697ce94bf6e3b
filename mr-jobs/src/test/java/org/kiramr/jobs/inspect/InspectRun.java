package org.kiramr.jobs.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.ToolRunner;

/**
 * One run of {@code inspect} in this process.
 *
 * @param exitCode what it returned
 * @param printed what it printed
 */
record InspectRun(int exitCode, String printed) {
  static InspectRun of(Object... words) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    List<String> arguments = new ArrayList<>();
    for (Object word : words) {
      arguments.add(word.toString());
    }
    int exitCode =
        ToolRunner.run(
            new Configuration(), new InspectCommand(out), arguments.toArray(String[]::new));
    return new InspectRun(exitCode, printed.toString(StandardCharsets.UTF_8));
  }

  List<String> lines() {
    return printed.lines().toList();
  }

  /** An object for each line. */
  List<JsonNode> json() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> files = new ArrayList<>();
    for (String line : lines()) {
      files.add(mapper.readTree(line));
    }
    return files;
  }
}
