package org.kiramr.jobs.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kiramr.catalog.EcsvReader;

/** What a run of {@code extract} left in its output directory, on the local file system. */
public final class RunOutput {
  private final Path directory;

  public RunOutput(Path directory) {
    this.directory = directory;
  }

  /** The rows of all parts of the catalogue put together in field order, as they stand. */
  public String catalog() throws IOException {
    return String.join("", rowsByField().values());
  }

  /** The catalogue's rows of each field, as they stand, in field order. */
  public Map<String, String> rowsByField() throws IOException {
    Map<String, StringBuilder> fields = new TreeMap<>();
    for (String line : lines("catalog")) {
      String field = line.substring(0, line.indexOf(','));
      fields.computeIfAbsent(field, f -> new StringBuilder()).append(line).append('\n');
    }
    Map<String, String> rows = new LinkedHashMap<>();
    fields.forEach((field, text) -> rows.put(field, text.toString()));
    return rows;
  }

  /** The catalogue's rows of each frame; the key is {@code field,band,image,hdu} as it stands. */
  public Map<String, String> rowsByFrame() throws IOException {
    Map<String, String> frames = new LinkedHashMap<>();
    for (String line : lines("catalog")) {
      frames.merge(identity(line), line + "\n", String::concat);
    }
    return frames;
  }

  /** A table's rows as name and value, all parts. */
  public List<Map<String, String>> table(String name) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Path part : parts(name)) {
      try (EcsvReader reader = new EcsvReader(Files.newInputStream(part))) {
        while (reader.next()) {
          Map<String, String> row = new LinkedHashMap<>();
          reader.schema().columns().forEach(c -> row.put(c.name(), reader.getString(c.name())));
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /** The data lines of a table's parts, header lines left out, sorted. */
  public List<String> sortedLines(String table) throws IOException {
    return lines(table).stream().sorted().toList();
  }

  /** The lines of each part of a table, header left out, as they stand. */
  public List<List<String>> linesOfParts(String table) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    for (Path part : parts(table)) {
      lines.add(lines(part));
    }
    return lines;
  }

  public List<Path> parts(String table) throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve(table))) {
      return files.filter(f -> f.getFileName().toString().startsWith("part-")).sorted().toList();
    }
  }

  public Path directory() {
    return directory;
  }

  /** The first four columns; the rows of tests have no commas in names. */
  private static String identity(String line) {
    int end = -1;
    for (int i = 0; i < 4; i++) {
      end = line.indexOf(',', end + 1);
    }
    return line.substring(0, end);
  }

  private List<String> lines(String table) throws IOException {
    return linesOfParts(table).stream().flatMap(List::stream).toList();
  }

  private static List<String> lines(Path part) throws IOException {
    return Files.readAllLines(part, StandardCharsets.UTF_8).stream()
        .filter(line -> !line.startsWith("#"))
        .skip(1)
        .toList();
  }
}
