package org.kiramr.jobs.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.kiramr.catalog.Sha256;

/**
 * Writes catalogues that are too large to be held in memory: the rows of one frame again and again,
 * each time as another field.
 */
final class ManyFields {
  private static final String PART = "part-r-00000.ecsv";

  private ManyFields() {}

  /** The name of a field; all are of the same length. */
  static String field(int number) {
    return "%06d-1-0011".formatted(number);
  }

  /**
   * Writes a catalogue.
   *
   * @param usual catalogue of one frame in field 0
   * @param special the same, for one of the fields
   * @param which field that is
   */
  static Path write(Path directory, int fields, Path usual, Path special, int which)
      throws IOException {
    try (OutputStream catalog = create(directory, "catalog");
        OutputStream frameTable = create(directory, "frames");
        OutputStream fieldTable = create(directory, "fields");
        OutputStream rejects = create(directory, "rejects")) {
      catalog.write(header(usual, "catalog"));
      frameTable.write(header(usual, "frames"));
      fieldTable.write(header(usual, "fields"));
      rejects.write(header(usual, "rejects"));
      for (int number = 0; number < fields; number++) {
        Path template = number == which ? special : usual;
        byte[] rows = rows(template, "catalog", number);
        catalog.write(rows);
        frameTable.write(rows(template, "frames", number));
        String digest = HexFormat.of().formatHex(Sha256.digest().digest(rows));
        String row = new String(rows(template, "fields", number), UTF_8);
        fieldTable.write(row.replaceFirst("[0-9a-f]{64}", digest).getBytes(UTF_8));
      }
    }
    Files.createFile(directory.resolve("_SUCCESS"));
    return directory;
  }

  private static OutputStream create(Path directory, String table) throws IOException {
    return new BufferedOutputStream(
        Files.newOutputStream(Files.createDirectories(directory.resolve(table)).resolve(PART)));
  }

  private static byte[] header(Path template, String table) throws IOException {
    String text = Files.readString(template.resolve(table).resolve(PART));
    return text.substring(0, endOfHeader(text)).getBytes(UTF_8);
  }

  /** The line of names, which no comment begins, is the last of it. */
  private static int endOfHeader(String text) {
    int start = 0;
    while (text.charAt(start) == '#') {
      start = text.indexOf('\n', start) + 1;
    }
    return text.indexOf('\n', start) + 1;
  }

  private static byte[] rows(Path template, String table, int number) throws IOException {
    String text = Files.readString(template.resolve(table).resolve(PART));
    return text.substring(endOfHeader(text)).replace(field(0), field(number)).getBytes(UTF_8);
  }
}
