package org.kiramr.bench.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;

/**
 * An output with all tables that {@code kira compare} asks for. An engine that is not ours need not
 * write more than its rows: the digests of its fields are computed from them. Which frames had no
 * detection no row can tell, so that without a table of frames the reference's stands in, and
 * without one of rejects too; its rows are compared all the same.
 */
final class ComparableOutput {
  private static final String CATALOG = "catalog";
  private static final String FRAMES = "frames";
  private static final String FIELDS = "fields";
  private static final String REJECTS = "rejects";
  private static final List<String> NEEDED = List.of(CATALOG, FRAMES, FIELDS);

  private ComparableOutput() {}

  /**
   * The output itself if nothing is missing, else a copy with what is.
   *
   * @param reference output whose frames and rejects are taken for those that are not told
   * @param folder empty directory for the copy
   * @throws IOException if a table cannot be read, or its parts have different columns
   * @throws IllegalArgumentException if a table lacks a column that is needed
   */
  static Path of(Path output, Path reference, Path folder) throws IOException {
    if (isWhole(output)) {
      return output;
    }
    boolean tellsFrames = !OutputTables.parts(output, FRAMES).isEmpty();
    boolean tellsRejects = tellsFrames || !OutputTables.parts(output, REJECTS).isEmpty();
    copy(output, CATALOG, folder);
    copy(tellsFrames ? output : reference, FRAMES, folder);
    copy(tellsRejects ? output : reference, REJECTS, folder);
    writeFields(folder);
    return folder;
  }

  private static boolean isWhole(Path output) throws IOException {
    boolean files = true;
    boolean folders = true;
    for (String table : NEEDED) {
      List<Path> parts = OutputTables.parts(output, table);
      files &= parts.equals(List.of(output.resolve(table + ".csv")));
      folders &=
          !parts.isEmpty() && parts.stream().allMatch(part -> part.toString().endsWith(".ecsv"));
    }
    return files || folders;
  }

  /** Writes the parts of a table as one file, without comments; nothing if there are none. */
  private static void copy(Path output, String table, Path folder) throws IOException {
    List<Path> parts = OutputTables.parts(output, table);
    if (parts.isEmpty()) {
      return;
    }
    try (Writer out = Files.newBufferedWriter(folder.resolve(table + ".csv"))) {
      String names = "";
      for (Path part : parts) {
        names = append(part, names, out);
      }
    }
  }

  /**
   * Appends the rows of a part.
   *
   * @param names line of names of the parts before it; empty if there is none
   * @return the line of names
   */
  private static String append(Path part, String names, Writer out) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(part)) {
      String own = in.readLine();
      while (own != null && own.startsWith("#")) {
        own = in.readLine();
      }
      if (own == null) {
        return names;
      }
      if (names.isEmpty()) {
        out.write(own + "\n");
      } else if (!own.equals(names)) {
        throw new IOException(part + " has other columns than the parts before it");
      }
      for (String row = in.readLine(); row != null; row = in.readLine()) {
        out.write(row);
        out.write('\n');
      }
      return own;
    }
  }

  private static void writeFields(Path folder) throws IOException {
    CatalogRows rows = new CatalogRows();
    rows.add(OutputTables.parts(folder, CATALOG));
    Map<String, Integer> frames = new TreeMap<>();
    for (CSVRecord frame : OutputTables.rows(folder, FRAMES)) {
      String field = frame.get("field");
      rows.addEmptyField(field);
      frames.merge(field, 1, Integer::sum);
    }
    try (Writer out = Files.newBufferedWriter(folder.resolve(FIELDS + ".csv"))) {
      out.write("field,frames,sha256\n");
      for (Map.Entry<String, String> digest : rows.digests().entrySet()) {
        String field = digest.getKey();
        // names of fields have neither commas nor quotes
        out.write(field + "," + frames.getOrDefault(field, 0) + "," + digest.getValue() + "\n");
      }
    }
  }
}
