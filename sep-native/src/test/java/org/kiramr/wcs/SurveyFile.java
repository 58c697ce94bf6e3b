package org.kiramr.wcs;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;

/**
 * As much of FITS as it takes to find the header of an HDU in a survey's file. The project's reader
 * is another module, which this one knows nothing of.
 */
final class SurveyFile {
  private static final int CARD = 80;
  private static final int BLOCK = 2880;

  private SurveyFile() {}

  /** A file of the survey data; without the data, skips the test, or fails it in CI. */
  static Path path(String name) {
    String root = System.getProperty("kira.shared.data");
    Path data = root == null ? Path.of("..", "..", "shared", "data") : Path.of(root);
    if (!Files.isDirectory(data)) {
      String message = "the survey data are not at " + data.toAbsolutePath();
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(message);
      }
      abort(message);
    }
    return data.resolve(name);
  }

  /** The blocks of an HDU's header. */
  static byte[] header(Path file, int hdu) throws IOException {
    try (InputStream in = open(file)) {
      for (int i = 0; ; i++) {
        byte[] header = nextHeader(in);
        if (i == hdu) {
          return header;
        }
        in.skipNBytes(dataBytes(new String(header, StandardCharsets.ISO_8859_1)));
      }
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(3);
    byte[] magic = in.readNBytes(3);
    in.reset();
    if (magic[0] == 'B' && magic[1] == 'Z' && magic[2] == 'h') {
      return new BZip2CompressorInputStream(in);
    }
    if (magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
      return new GZIPInputStream(in);
    }
    return magic[0] == 0x1f && magic[1] == (byte) 0x9d ? new ZCompressorInputStream(in) : in;
  }

  private static byte[] nextHeader(InputStream in) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    while (true) {
      byte[] block = in.readNBytes(BLOCK);
      if (block.length < BLOCK) {
        throw new EOFException("no END card");
      }
      header.write(block);
      for (int i = 0; i < BLOCK; i += CARD) {
        if (new String(Arrays.copyOfRange(block, i, i + 8), StandardCharsets.US_ASCII)
            .equals("END     ")) {
          return header.toByteArray();
        }
      }
    }
  }

  private static long dataBytes(String header) {
    long naxis = value(header, "NAXIS", 0);
    long bytes = naxis == 0 ? 0 : Math.abs(value(header, "BITPIX", 8)) / 8;
    long elements = 1;
    for (int i = 1; i <= naxis; i++) {
      elements *= value(header, "NAXIS" + i, 0);
    }
    bytes *= value(header, "GCOUNT", 1) * (value(header, "PCOUNT", 0) + elements);
    return (bytes + BLOCK - 1) / BLOCK * BLOCK;
  }

  private static long value(String header, String keyword, long absent) {
    for (int at = 0; at < header.length(); at += CARD) {
      if (header.startsWith(String.format("%-8s= ", keyword), at)) {
        return Long.parseLong(header.substring(at + 10, at + CARD).split("/", 2)[0].strip());
      }
    }
    return absent;
  }
}
