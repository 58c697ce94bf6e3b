package org.kiramr.jobs.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tolerance of each column.
 *
 * @param byColumn by name; {@value #ALL} stands for every column of numbers that is not named
 */
public record Tolerances(Map<String, Tolerance> byColumn) {
  /** Every column has to have the same bits. */
  public static final Tolerances NONE = new Tolerances(Map.of());

  static final String ALL = "*";

  public Tolerances {
    byColumn = Map.copyOf(byColumn);
  }

  /**
   * Reads entries {@code COLUMN=abs:X,rel:X}.
   *
   * @throws IllegalArgumentException if one is wrong, or a column is named twice
   */
  public static Tolerances parse(List<String> entries) {
    Map<String, Tolerance> tolerances = new LinkedHashMap<>();
    for (String entry : entries) {
      int equals = entry.indexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException(entry + ": must be COLUMN=abs:X, for instance");
      }
      String column = entry.substring(0, equals).trim();
      try {
        if (tolerances.put(column, Tolerance.parse(entry.substring(equals + 1))) != null) {
          throw new IllegalArgumentException(column + " is named twice");
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(entry + ": not a number", e);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(entry + ": " + e.getMessage(), e);
      }
    }
    return new Tolerances(tolerances);
  }

  /** What the column is allowed. */
  public Tolerance of(String column) {
    Tolerance own = byColumn.get(column);
    return own != null ? own : byColumn.getOrDefault(ALL, Tolerance.NONE);
  }
}
