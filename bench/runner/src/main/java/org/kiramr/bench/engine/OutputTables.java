package org.kiramr.bench.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The tables of an output of either layout: directories of parts, as {@code kira extract} writes
 * them ({@code catalog/*.ecsv}), or single files, as {@code kira-c} does ({@code catalog.csv}).
 */
final class OutputTables {
  private static final CSVFormat TABLE =
      CSVFormat.DEFAULT
          .builder()
          .setCommentMarker('#')
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .get();

  private OutputTables() {}

  /** The files of a table in the order of their names; none if there is no such table. */
  static List<Path> parts(Path output, String name) throws IOException {
    Path single = output.resolve(name + ".csv");
    if (Files.exists(single)) {
      return List.of(single);
    }
    Path folder = output.resolve(name);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".ecsv") || file.toString().endsWith(".csv"))
          .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
          .sorted()
          .toList();
    }
  }

  /** All rows of a table; for the small ones. */
  static List<CSVRecord> rows(Path output, String name) throws IOException {
    List<CSVRecord> all = new ArrayList<>();
    for (Path part : parts(output, name)) {
      try (CSVParser parser = TABLE.parse(Files.newBufferedReader(part))) {
        all.addAll(parser.getRecords());
      }
    }
    return all;
  }
}
