package org.kiramr.sep;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * As much of FITS as SEP's reference images need: one primary image, BITPIX 16 or -32, BSCALE and
 * BZERO. The project's reader of FITS is another module, which this one knows nothing of.
 */
final class ReferenceFits {
  private static final int CARD = 80;
  private static final int BLOCK = 2880;

  final int width;
  final int height;
  final float[] pixels;

  private ReferenceFits(byte[] file) throws IOException {
    int end = 0;
    while (!keyword(file, end).equals("END")) {
      end += CARD;
    }
    String header = new String(file, 0, end, StandardCharsets.US_ASCII);
    width = (int) value(header, "NAXIS1", Double.NaN);
    height = (int) value(header, "NAXIS2", Double.NaN);
    pixels = new float[width * height];
    double scale = value(header, "BSCALE", 1);
    double zero = value(header, "BZERO", 0);
    boolean integers = value(header, "BITPIX", Double.NaN) == Short.SIZE;
    int data = (end / BLOCK + 1) * BLOCK;
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(file, data, file.length - data))) {
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = integers ? (float) (scale * in.readShort() + zero) : in.readFloat();
      }
    }
  }

  /** Reads an image of the shared data; without them, skips the test, or fails it in CI. */
  static ReferenceFits read(String name) throws IOException {
    Path data =
        Path.of(System.getProperty("kira.shared.data", "../../shared/data"))
            .resolve("ntt-emmi-sep-reference");
    if (!Files.isDirectory(data)) {
      String message = "the shared data are not there: " + data.toAbsolutePath().normalize();
      if ("true".equals(System.getenv("CI"))) {
        throw new IOException(message);
      }
      abort(message);
    }
    return new ReferenceFits(Files.readAllBytes(data.resolve(name)));
  }

  private static String keyword(byte[] file, int offset) {
    return new String(file, offset, 8, StandardCharsets.US_ASCII).strip();
  }

  private static double value(String header, String keyword, double otherwise) {
    for (int card = 0; card < header.length(); card += CARD) {
      String text = header.substring(card, card + CARD);
      if (text.startsWith(String.format("%-8s=", keyword))) {
        return Double.parseDouble(Arrays.asList(text.substring(10).split("/", 2)).get(0).strip());
      }
    }
    return otherwise;
  }
}
