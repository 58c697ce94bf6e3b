package org.kiramr.catalog;

import java.util.Objects;

/**
 * One column of a table.
 *
 * @param name unique in its table
 * @param type of the values
 * @param unit in the FITS standard's spelling, for instance {@code pix**2}; empty if there is none
 *     or if it is the image's own unit, which the description then says
 * @param description one line
 * @param sextractorName what SExtractor calls it; empty if it has no such column
 */
public record Column(
    String name, ColumnType type, String unit, String description, String sextractorName) {

  public Column {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a column needs a name");
    }
    Objects.requireNonNull(type);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(description);
    Objects.requireNonNull(sextractorName);
  }

  /** A column that SExtractor does not have. */
  public static Column of(String name, ColumnType type, String unit, String description) {
    return new Column(name, type, unit, description, "");
  }
}
