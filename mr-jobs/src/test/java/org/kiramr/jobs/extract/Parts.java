package org.kiramr.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The parts of a catalogue as its readers may rely on them. */
final class Parts {
  private Parts() {}

  /** Within a part the fields ascend, and a field's rows stand together in one part only. */
  static void assertFieldsAscendInOnePartEach(RunOutput output) throws IOException {
    List<String> all = new ArrayList<>();
    for (Path part : output.parts("catalog")) {
      List<String> fields = fieldsInOrder(part);
      assertThat(fields).as(part.toString()).isSorted();
      all.addAll(fields);
    }
    assertThat(all).as("fields of all parts").isNotEmpty().doesNotHaveDuplicates();
  }

  /** The field of each run of rows with the same one. */
  private static List<String> fieldsInOrder(Path part) throws IOException {
    List<String> fields = new ArrayList<>();
    Files.readAllLines(part).stream()
        .filter(line -> !line.startsWith("#"))
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .filter(field -> fields.isEmpty() || !fields.get(fields.size() - 1).equals(field))
        .forEach(fields::add);
    return fields;
  }
}
