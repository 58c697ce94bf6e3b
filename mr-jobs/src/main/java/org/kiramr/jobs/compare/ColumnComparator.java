package org.kiramr.jobs.compare;

import org.kiramr.catalog.ColumnType;

/**
 * Compares the values of a column and keeps what stands out. Two values are equal if they have the
 * same bits: not-a-number equals itself, a missing value another one, and 0.0 is not -0.0. Not
 * thread-safe.
 */
final class ColumnComparator {
  /** How two values compare. */
  enum Outcome {
    EQUAL,
    WITHIN_TOLERANCE,
    DIFFERENT
  }

  private final String column;
  private final int indexOfA;
  private final int indexOfB;
  private final ColumnType type;
  private final Tolerance tolerance;
  private long rows;
  private long beyondTolerance;
  private long incomparable;
  private Extreme largestAbsolute;
  private Extreme largestRelative;
  private Extreme firstIncomparable;

  ColumnComparator(String column, RowLayout a, RowLayout b, Tolerance tolerance) {
    this.column = column;
    this.indexOfA = a.indexOf(column);
    this.indexOfB = b.indexOf(column);
    this.type = common(a.type(column), b.type(column));
    this.tolerance = tolerance;
  }

  /** The type in which values of two types can be told apart. */
  private static ColumnType common(ColumnType a, ColumnType b) {
    if (a == b) {
      return a;
    }
    return a == ColumnType.STRING || b == ColumnType.STRING
        ? ColumnType.STRING
        : ColumnType.FLOAT64;
  }

  String column() {
    return column;
  }

  String valueOf(Row row, Side side) {
    return row.value(side == Side.A ? indexOfA : indexOfB);
  }

  Outcome compare(Row rowA, Row rowB) {
    String a = valueOf(rowA, Side.A);
    String b = valueOf(rowB, Side.B);
    if (a == null ? b == null : a.equals(b)) {
      return Outcome.EQUAL;
    }
    if (a == null || b == null || type == ColumnType.STRING) {
      return incomparable(a, b, rowA);
    }
    double x = value(a);
    double y = value(b);
    if (hasSameBits(a, b, x, y)) {
      return Outcome.EQUAL;
    }
    double absolute = Math.abs(x - y);
    if (!Double.isFinite(absolute)) {
      return incomparable(a, b, rowA);
    }
    return measured(absolute, relative(absolute, x, y), a, b, rowA);
  }

  private Outcome incomparable(String a, String b, Row rowA) {
    rows++;
    beyondTolerance++;
    incomparable++;
    firstIncomparable = Extreme.larger(firstIncomparable, new Extreme(null, a, b, rowA.id()));
    return Outcome.DIFFERENT;
  }

  private Outcome measured(double absolute, double relative, String a, String b, Row rowA) {
    rows++;
    if (isWorth(absolute, largestAbsolute)) {
      largestAbsolute = Extreme.larger(largestAbsolute, new Extreme(absolute, a, b, rowA.id()));
    }
    if (isWorth(relative, largestRelative)) {
      largestRelative = Extreme.larger(largestRelative, new Extreme(relative, a, b, rowA.id()));
    }
    if (tolerance.allows(absolute, relative)) {
      return Outcome.WITHIN_TOLERANCE;
    }
    beyondTolerance++;
    return Outcome.DIFFERENT;
  }

  /** Saves taking the row apart for its identity. */
  private static boolean isWorth(double difference, Extreme largest) {
    return largest == null || difference >= largest.difference();
  }

  private static double relative(double absolute, double x, double y) {
    double scale = Math.max(Math.abs(x), Math.abs(y));
    return scale == 0 ? 0 : absolute / scale;
  }

  /** The value that the text stands for in the column's type. */
  private double value(String text) {
    double value = number(text);
    return type == ColumnType.FLOAT32 && Double.isFinite(value) ? Float.parseFloat(text) : value;
  }

  /** Whole numbers are compared as such: beyond 2^53 a double cannot tell them apart. */
  private boolean hasSameBits(String a, String b, double x, double y) {
    return switch (type) {
      case INT16, INT32, INT64 -> Long.parseLong(a) == Long.parseLong(b);
      case FLOAT32, FLOAT64, STRING -> Double.compare(x, y) == 0;
    };
  }

  /**
   * Reads a number as tables have it.
   *
   * @return not-a-number for a missing one
   */
  static double number(String text) {
    if (text == null) {
      return Double.NaN;
    }
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  /** What was found; null if no value differed. */
  ColumnDifference result() {
    return rows == 0
        ? null
        : new ColumnDifference(
            column,
            rows,
            beyondTolerance,
            incomparable,
            largestAbsolute,
            largestRelative,
            firstIncomparable);
  }
}
