package org.kiramr.jobs.compare;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Tells the lines of a part that are rows from comments and the line of names, wherever the part is
 * cut: a row that begins with a number sign has it in quotes, and no row has its column's name for
 * the HDU. Immutable.
 */
final class RowLines {
  private final byte[] names;

  /**
   * @param names of the table's columns, in order
   */
  RowLines(List<String> names) {
    this.names = String.join(",", names).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Whether the line is a row.
   *
   * @param line its bytes come first
   * @param length how many there are, without the line feed
   */
  boolean isRow(byte[] line, int length) {
    return length > 0 && line[0] != '#' && !Arrays.equals(line, 0, length, names, 0, names.length);
  }
}
