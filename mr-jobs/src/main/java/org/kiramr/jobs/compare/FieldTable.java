package org.kiramr.jobs.compare;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kiramr.catalog.Column;
import org.kiramr.catalog.EcsvReader;

/**
 * A catalogue's table of fields, and which frames each field has, in memory: some hundred bytes a
 * field. Frames are known by the table of frames, since one without detections leaves no trace in
 * the digest of its field.
 */
final class FieldTable {
  /**
   * A field.
   *
   * @param sha256 digest of its rows
   * @param frames number of its frames
   * @param frameSet its frames
   * @param values the other columns that the table has; empty is what has no value
   * @param part name of the file that tells of it
   */
  record Entry(
      String sha256, String frames, FrameSet frameSet, Map<String, String> values, String part) {
    Entry {
      values = Map.copyOf(values);
    }

    /** Whether the values are the same in the columns that both have. */
    boolean hasValuesOf(Entry other) {
      return values.entrySet().stream()
          .allMatch(
              value ->
                  value
                      .getValue()
                      .equals(other.values.getOrDefault(value.getKey(), value.getValue())));
    }

    boolean hasFramesOf(Entry other) {
      return frames.equals(other.frames) && frameSet.equals(other.frameSet);
    }

    boolean isLike(Entry other) {
      return sha256.equals(other.sha256) && hasFramesOf(other);
    }
  }

  /** Columns that are not just values. */
  private static final Set<String> OWN = Set.of("field", "frames", "sha256");

  private final Map<String, Entry> fields = new TreeMap<>();

  private FieldTable() {}

  /**
   * Reads both tables, of which the one of frames is not held.
   *
   * @param match says what tells frames apart
   * @throws IOException if they cannot be read, have a field twice, or a frame of no field
   */
  static FieldTable read(CatalogDirectory directory, Match match) throws IOException {
    Map<String, FrameSet> frames = frames(directory, match);
    FieldTable table = new FieldTable();
    TableRows.forEach(
        directory,
        CatalogTable.FIELDS,
        (part, row) -> {
          String field = text(row, "field");
          FrameSet ofField = frames.remove(field);
          Entry entry =
              new Entry(
                  text(row, "sha256"),
                  text(row, "frames"),
                  ofField == null ? FrameSet.NONE : ofField,
                  values(row),
                  part);
          if (table.fields.put(field, entry) != null) {
            throw new IOException("field " + field + " is there twice");
          }
        });
    if (!frames.isEmpty()) {
      throw new IOException(
          "%s has frames of field %s, which is not in its table of fields"
              .formatted(directory.path(), frames.keySet().iterator().next()));
    }
    return table;
  }

  private static Map<String, FrameSet> frames(CatalogDirectory directory, Match match)
      throws IOException {
    Map<String, FrameSet> frames = new TreeMap<>();
    TableRows.forEach(
        directory,
        CatalogTable.FRAMES,
        (part, row) -> {
          RowId frame =
              new RowId(
                  text(row, "field"), text(row, "band"), text(row, "image"), row.getInt("hdu"), 0);
          frames.merge(frame.field(), FrameSet.of(match, frame), FrameSet::plus);
        });
    return frames;
  }

  private static Map<String, String> values(EcsvReader row) {
    return row.schema().columns().stream()
        .map(Column::name)
        .filter(column -> !OWN.contains(column))
        .collect(
            Collectors.toMap(
                column -> column, column -> Objects.requireNonNullElse(row.getString(column), "")));
  }

  private static String text(EcsvReader row, String column) throws IOException {
    String text = row.getString(column);
    if (text == null) {
      throw new IOException("a row lacks a value for " + column);
    }
    return text;
  }

  /** By name, in order. */
  Map<String, Entry> fields() {
    return fields;
  }
}
