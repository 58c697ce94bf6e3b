package org.kiramr.catalog;

/** The type of a column's values, by its ECSV name. */
public enum ColumnType {
  /** Signed whole number of 16 bits. */
  INT16("int16"),
  /** Signed whole number of 32 bits. */
  INT32("int32"),
  /** Signed whole number of 64 bits. */
  INT64("int64"),
  /** IEEE 754 single precision. */
  FLOAT32("float32"),
  /** IEEE 754 double precision. */
  FLOAT64("float64"),
  /** Text in UTF-8. */
  STRING("string");

  private final String ecsvName;

  ColumnType(String ecsvName) {
    this.ecsvName = ecsvName;
  }

  /** The datatype's name in an ECSV header. */
  public String ecsvName() {
    return ecsvName;
  }

  /**
   * The type of that ECSV name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ColumnType ofEcsvName(String name) {
    for (ColumnType type : values()) {
      if (type.ecsvName.equals(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException("unknown datatype: " + name);
  }
}
