package org.kiramr.jobs.compare;

import java.util.Locale;
import java.util.Optional;

/** The tables of a catalogue that are compared. */
enum CatalogTable {
  FIELDS(1),
  FRAMES(2),
  CATALOG(3),
  REJECTS(4);

  private final byte code;

  CatalogTable(int code) {
    this.code = (byte) code;
  }

  /** Stands for the table in the shuffle, and sorts a field's tables there. */
  byte code() {
    return code;
  }

  /**
   * The table of that code.
   *
   * @throws IllegalArgumentException if there is none
   */
  static CatalogTable ofCode(byte code) {
    for (CatalogTable table : values()) {
      if (table.code == code) {
        return table;
      }
    }
    throw new IllegalArgumentException("no table has the code " + code);
  }

  /** What its directory or file is called, and the table itself. */
  String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<CatalogTable> ofName(String name) {
    for (CatalogTable table : values()) {
      if (table.tableName().equals(name)) {
        return Optional.of(table);
      }
    }
    return Optional.empty();
  }
}
