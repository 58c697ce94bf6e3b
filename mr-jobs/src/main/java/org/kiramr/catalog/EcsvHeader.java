package org.kiramr.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of an ECSV 1.0 table: comment lines in YAML that say what the columns are. Every
 * mapping is written in YAML's flow style with all text quoted, which is JSON too, so that {@link
 * #read} needs no YAML parser. It reads tables of this project, not every ECSV table.
 */
final class EcsvHeader {
  private static final String MAGIC = "# %ECSV 1.0";
  private static final String COLUMN = "# - ";
  private static final String META = "# meta: ";
  private static final ObjectMapper JSON = new ObjectMapper();

  private EcsvHeader() {}

  /** The lines up to, and without, the line of column names. */
  static byte[] format(TableSchema schema) {
    StringBuilder text =
        new StringBuilder(MAGIC).append("\n# ---\n# delimiter: ','\n# datatype:\n");
    for (Column column : schema.columns()) {
      Map<String, String> entry = new LinkedHashMap<>();
      entry.put("name", column.name());
      if (!column.unit().isEmpty()) {
        entry.put("unit", column.unit());
      }
      entry.put("datatype", column.type().ecsvName());
      if (!column.description().isEmpty()) {
        entry.put("description", column.description());
      }
      text.append(COLUMN).append(json(entry)).append('\n');
    }
    text.append(META).append(json(Map.of("name", schema.name()))).append('\n');
    text.append("# schema: astropy-2.0\n");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads the header's lines from the start of a table, up to and without the line of names.
   *
   * @throws IOException if it is not such a header
   */
  static TableSchema read(BufferedReader in) throws IOException {
    if (!MAGIC.equals(in.readLine())) {
      throw new IOException("not an ECSV 1.0 table: line 1 is not " + MAGIC);
    }
    List<Column> columns = new ArrayList<>();
    String name = "";
    int number = 1;
    for (String line = commentLine(in); line != null; line = commentLine(in)) {
      number++;
      try {
        if (line.startsWith(COLUMN)) {
          columns.add(column(JSON.readValue(line.substring(COLUMN.length()), Map.class)));
        } else if (line.startsWith(META)) {
          name = text(JSON.readValue(line.substring(META.length()), Map.class), "name");
        }
      } catch (JsonProcessingException | IllegalArgumentException e) {
        throw new IOException("ECSV header, line " + number + ": " + e.getMessage(), e);
      }
    }
    try {
      return new TableSchema(name, columns);
    } catch (IllegalArgumentException e) {
      throw new IOException("ECSV header: " + e.getMessage(), e);
    }
  }

  /** The next line if it is a comment, else null, and the line is left in the stream. */
  private static String commentLine(BufferedReader in) throws IOException {
    in.mark(1);
    int first = in.read();
    in.reset();
    return first == '#' ? in.readLine() : null;
  }

  private static Column column(Map<?, ?> entry) {
    return Column.of(
        text(entry, "name"),
        ColumnType.ofEcsvName(text(entry, "datatype")),
        text(entry, "unit"),
        text(entry, "description"));
  }

  private static String text(Map<?, ?> entry, String key) {
    Object value = entry.get(key);
    return value == null ? "" : value.toString();
  }

  private static String json(Map<String, String> entry) {
    try {
      return JSON.writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      // text in a map can always be written
      throw new IllegalStateException(e);
    }
  }
}
