package org.kiramr.catalog;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

/**
 * Reads a table that {@link EcsvWriter} wrote, row by row.
 *
 * <pre>{@code
 * try (EcsvReader reader = new EcsvReader(in)) {
 *   while (reader.next()) {
 *     double x = reader.getDouble("x");
 *   }
 * }
 * }</pre>
 *
 * A table of the same rows under a line of names alone can be read by somebody who knows its
 * columns.
 *
 * <p>Not thread-safe. Closing it closes the stream.
 */
public final class EcsvReader implements Closeable {
  // the quote mode makes the parser tell an empty text, which is quoted, from a missing value
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setIgnoreEmptyLines(false)
          .setQuoteMode(QuoteMode.ALL_NON_NULL)
          .get();

  @FunctionalInterface
  private interface Header {
    TableSchema read(BufferedReader lines) throws IOException;
  }

  private final TableSchema schema;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private CSVRecord record;

  /**
   * Reads the header.
   *
   * @throws IOException if the stream is no such table; the stream is closed then
   */
  public EcsvReader(InputStream in) throws IOException {
    this(in, EcsvHeader::read);
  }

  /**
   * For a table without a header.
   *
   * @param schema the columns that the table has
   * @throws IOException if the line of names is another; the stream is closed then
   */
  public EcsvReader(InputStream in, TableSchema schema) throws IOException {
    this(in, lines -> schema);
  }

  private EcsvReader(InputStream in, Header header) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    try {
      schema = header.read(lines);
      parser = CSVParser.parse(lines, FORMAT);
      records = parser.iterator();
      checkNames();
    } catch (IOException | RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  /** The columns, without SExtractor's names, which the file does not have. */
  public TableSchema schema() {
    return schema;
  }

  /**
   * Goes to the next row.
   *
   * @return false after the last
   * @throws IOException if the row does not have the header's number of columns
   */
  public boolean next() throws IOException {
    try {
      if (!records.hasNext()) {
        return false;
      }
      record = records.next();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (record.size() != schema.columns().size()) {
      throw new IOException(
          "table %s, row %d: %d columns, not %d"
              .formatted(schema.name(), rowNumber(), record.size(), schema.columns().size()));
    }
    return true;
  }

  /** Text of any column as it stands; null if missing. */
  public String getString(String column) {
    return record.get(schema.indexOf(column));
  }

  /** A whole number that fits. */
  public int getInt(String column) throws IOException {
    return Math.toIntExact(getLong(column));
  }

  /** A whole number. */
  public long getLong(String column) throws IOException {
    try {
      return Long.parseLong(present(column));
    } catch (NumberFormatException e) {
      throw notNumber(column, e);
    }
  }

  /** A number of any type. */
  public double getDouble(String column) throws IOException {
    String text = present(column);
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> parseDouble(column, text);
    };
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private void checkNames() throws IOException {
    if (!next()) {
      throw new IOException("table " + schema.name() + " has no line of names");
    }
    for (int i = 0; i < record.size(); i++) {
      if (!schema.columns().get(i).name().equals(record.get(i))) {
        throw new IOException(
            "table %s: column %d is %s in the header, %s in the line of names"
                .formatted(schema.name(), i + 1, schema.columns().get(i).name(), record.get(i)));
      }
    }
    record = null;
  }

  private String present(String column) throws IOException {
    String text = getString(column);
    if (text == null) {
      throw new IOException(
          "table %s, row %d: no value for %s".formatted(schema.name(), rowNumber(), column));
    }
    return text;
  }

  private double parseDouble(String column, String text) throws IOException {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw notNumber(column, e);
    }
  }

  private IOException notNumber(String column, NumberFormatException cause) {
    return new IOException(
        "table %s, row %d: %s is %s, not a number of its type"
            .formatted(schema.name(), rowNumber(), column, getString(column)),
        cause);
  }

  /** Counted from 1, without the line of names. */
  private long rowNumber() {
    return record.getRecordNumber() - 1;
  }
}
