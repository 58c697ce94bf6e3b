package org.kiramr.jobs.compare;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A row of one of the catalogues, taken apart when somebody asks. Not thread-safe. */
final class Row {
  private final RowLayout layout;
  private final byte[] line;
  private String[] values;

  /**
   * @param line UTF-8 without line feed; not copied
   */
  Row(RowLayout layout, byte[] line) {
    this.layout = layout;
    this.line = line;
  }

  /** Whether both have the same bytes of text. */
  boolean isSameText(Row other) {
    return Arrays.equals(line, other.line);
  }

  /** By their text. */
  int compareText(Row other) {
    return Arrays.compareUnsigned(line, other.line);
  }

  RowId id() {
    return layout.id(text());
  }

  /** The value in a column of that index; null if missing. */
  String value(int column) {
    if (values == null) {
      values = layout.split(text());
    }
    return values[column];
  }

  /** Lets go of what was taken apart: it is ten times as large as the text. */
  void release() {
    values = null;
  }

  private String text() {
    return new String(line, StandardCharsets.UTF_8);
  }
}
