package org.kiramr.jobs.compare;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/** A catalogue's table of fields, in memory: some hundred bytes a field. */
final class FieldTable {
  private static final List<String> COLUMNS = List.of("field", "sha256", "frames");

  /**
   * A field.
   *
   * @param sha256 digest of its rows
   * @param frames number of its frames
   * @param part name of the file that tells of it
   */
  record Entry(String sha256, String frames, String part) {
    boolean hasFramesOf(Entry other) {
      return frames.equals(other.frames);
    }

    boolean isLike(Entry other) {
      return sha256.equals(other.sha256) && hasFramesOf(other);
    }
  }

  private final Map<String, Entry> fields = new TreeMap<>();

  private FieldTable() {}

  /**
   * Reads all of it.
   *
   * @throws IOException if it cannot be read, or has a field twice
   */
  static FieldTable read(CatalogDirectory directory, Configuration conf) throws IOException {
    FieldTable table = new FieldTable();
    TableRows.forEach(
        directory,
        CatalogTable.FIELDS,
        COLUMNS,
        conf,
        (part, values) -> {
          if (Arrays.asList(values).contains(null)) {
            throw new IOException(directory.path() + ": a row of fields lacks a value");
          }
          Entry entry = new Entry(values[1], values[2], part);
          if (table.fields.put(values[0], entry) != null) {
            throw new IOException(directory.path() + " has field " + values[0] + " twice");
          }
        });
    return table;
  }

  /** By name, in order. */
  Map<String, Entry> fields() {
    return fields;
  }
}
