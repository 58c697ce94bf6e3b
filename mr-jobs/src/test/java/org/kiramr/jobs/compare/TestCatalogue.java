package org.kiramr.jobs.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kiramr.catalog.CanonicalRows;
import org.kiramr.catalog.CatalogSchema;
import org.kiramr.catalog.Column;
import org.kiramr.catalog.EcsvWriter;
import org.kiramr.catalog.FrameCatalog;
import org.kiramr.catalog.FrameCatalogs;
import org.kiramr.catalog.OutputTables;
import org.kiramr.catalog.TableSchema;

/**
 * Makes catalogues of any rows, written as {@code extract} writes them, with true digests, and
 * changes what a test wants changed before.
 */
final class TestCatalogue {
  private static final TableSchema SCHEMA = CatalogSchema.of(5.0);
  private static final int NUMBER = SCHEMA.indexOf("number");

  private final Map<RowId, List<String>> rows = new TreeMap<>();
  private final Map<RowId, Object[]> frames = new TreeMap<>();
  private final List<Object[]> rejects = new ArrayList<>();

  /** Three fields of two bands, with a hundred detections a frame; always the same. */
  static TestCatalogue usual() {
    TestCatalogue catalogue = new TestCatalogue();
    for (int field = 1; field <= 3; field++) {
      for (String band : List.of("g", "r")) {
        catalogue.frame("00100" + field + "-1-0011", band, "night/" + band + field + ".fits", 100);
      }
    }
    return catalogue;
  }

  /** Adds a frame of HDU 0; its numbers depend on its name only. */
  TestCatalogue frame(String field, String band, String image, int detections) {
    FrameCatalog catalog =
        FrameCatalogs.random(
            FrameCatalogs.frame(field, band, image), 1, detections, (field + band).hashCode());
    RowId id = new RowId(field, band, image, 0, 0);
    List<String> lines = new ArrayList<>();
    String text = new String(new CanonicalRows().format(catalog).toByteArray(), UTF_8);
    text.lines().forEach(line -> lines.add(with(line, NUMBER, Integer.toString(lines.size() + 1))));
    rows.put(id, lines);
    frames.put(id, OutputTables.row(catalog));
    return this;
  }

  /** The frames, in the catalogue's order. */
  List<RowId> frames() {
    return List.copyOf(rows.keySet());
  }

  /** The value of a column in a frame's row. */
  String value(RowId frame, int number, String column) {
    return rows.get(frame).get(number - 1).split(",", -1)[SCHEMA.indexOf(column)];
  }

  /** Puts another value there. */
  TestCatalogue set(RowId frame, int number, String column, String value) {
    rows.get(frame)
        .set(number - 1, with(rows.get(frame).get(number - 1), SCHEMA.indexOf(column), value));
    return this;
  }

  /** Flips the last bit of a double. */
  TestCatalogue flip(RowId frame, int number, String column) {
    double value = Double.parseDouble(value(frame, number, column));
    return set(
        frame,
        number,
        column,
        Double.toString(Double.longBitsToDouble(Double.doubleToLongBits(value) ^ 1)));
  }

  /** Takes a row out; the others keep their numbers. */
  TestCatalogue remove(RowId frame, int number) {
    rows.get(frame).remove(number - 1);
    return this;
  }

  /** Takes a frame out. */
  TestCatalogue remove(RowId frame) {
    rows.remove(frame);
    frames.remove(frame);
    return this;
  }

  /** Sets a value in the table of frames. */
  TestCatalogue setFrame(RowId frame, String column, Object value) {
    frames.get(frame)[OutputTables.FRAMES.indexOf(column)] = value;
    return this;
  }

  TestCatalogue reject(String image, String code) {
    rejects.add(new Object[] {image, 0, "f", "READ", code, "for a test"});
    return this;
  }

  /** Writes it in that many parts, as a run that ended. */
  Path write(Path directory, int parts) throws IOException {
    for (int part = 0; part < parts; part++) {
      String name = "part-r-0000" + part + ".ecsv";
      try (OutputStream catalog = create(directory, "catalog", name);
          EcsvWriter frameTable =
              new EcsvWriter(create(directory, "frames", name), OutputTables.FRAMES);
          EcsvWriter fieldTable =
              new EcsvWriter(create(directory, "fields", name), OutputTables.FIELDS);
          EcsvWriter rejectTable =
              new EcsvWriter(create(directory, "rejects", name), OutputTables.REJECTS)) {
        catalog.write(header());
        for (String field : fields()) {
          if (Math.floorMod(field.hashCode(), parts) == part) {
            catalog.write(rowsOf(field).getBytes(UTF_8));
            fieldTable.append(fieldRow(field));
            for (RowId frame : framesOf(field)) {
              frameTable.append(frames.get(frame));
            }
          }
        }
        for (Object[] reject : part == 0 ? rejects : List.<Object[]>of()) {
          rejectTable.append(reject);
        }
      }
    }
    Files.createFile(directory.resolve("_SUCCESS"));
    return directory;
  }

  /** Writes it as the C program does. */
  Path writeCsv(Path directory) throws IOException {
    Files.createDirectories(directory);
    StringBuilder catalog = new StringBuilder(names(SCHEMA));
    StringBuilder fields = new StringBuilder("field,bands,frames,detections,sha256\n");
    StringBuilder frameTable = new StringBuilder("field,band,image,hdu,background,sha256\n");
    for (String field : fields()) {
      catalog.append(rowsOf(field));
      Object[] row = fieldRow(field);
      fields.append("%s,%s,%s,%s,%s%n".formatted(row[0], row[1], row[2], row[4], row[5]));
      for (RowId frame : framesOf(field)) {
        frameTable.append("%s,%s,%s,0,1043.25,0%n".formatted(field, frame.band(), frame.image()));
      }
    }
    Files.writeString(directory.resolve("catalog.csv"), catalog);
    Files.writeString(directory.resolve("fields.csv"), fields);
    Files.writeString(directory.resolve("frames.csv"), frameTable);
    Files.writeString(directory.resolve("rejects.csv"), names(OutputTables.REJECTS));
    return directory;
  }

  private static String names(TableSchema schema) {
    return schema.columns().stream().map(Column::name).collect(Collectors.joining(",")) + "\n";
  }

  private static byte[] header() throws IOException {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      new EcsvWriter(out, SCHEMA).close();
      return out.toByteArray();
    }
  }

  private static OutputStream create(Path directory, String table, String part) throws IOException {
    return Files.newOutputStream(Files.createDirectories(directory.resolve(table)).resolve(part));
  }

  private List<String> fields() {
    return rows.keySet().stream().map(RowId::field).distinct().toList();
  }

  private List<RowId> framesOf(String field) {
    return rows.keySet().stream().filter(frame -> frame.field().equals(field)).toList();
  }

  private String rowsOf(String field) {
    StringBuilder text = new StringBuilder();
    for (RowId frame : framesOf(field)) {
      rows.get(frame).forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  private Object[] fieldRow(String field) {
    List<RowId> ofField = framesOf(field);
    long detections = ofField.stream().map(rows::get).mapToLong(List::size).sum();
    return new Object[] {
      field,
      ofField.stream().map(RowId::band).distinct().sorted().collect(Collectors.joining("+")),
      ofField.size(),
      0,
      detections,
      sha256(rowsOf(field))
    };
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String with(String line, int column, String value) {
    String[] values = line.split(",", -1);
    values[column] = value;
    return String.join(",", values);
  }
}
