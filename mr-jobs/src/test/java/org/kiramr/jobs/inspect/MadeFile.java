package org.kiramr.jobs.inspect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A FITS file made card by card. */
final class MadeFile {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Adds an HDU of these cards, END not among them. */
  MadeFile hdu(byte[] data, String... cards) {
    for (String card : cards) {
      bytes.writeBytes(String.format("%-80s", card).getBytes(StandardCharsets.US_ASCII));
    }
    bytes.writeBytes(String.format("%-80s", "END").getBytes(StandardCharsets.US_ASCII));
    fill(' ');
    bytes.writeBytes(data);
    return fill('\0');
  }

  /** Adds an empty primary HDU with these cards more. */
  MadeFile emptyPrimary(String... cards) {
    return hdu(new byte[0], join(cards, "SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0"));
  }

  /** Adds an image extension of 16-bit values in one row, with these cards more. */
  MadeFile shorts(short[] values, String... cards) {
    ByteBuffer data = ByteBuffer.allocate(Short.BYTES * values.length);
    for (short value : values) {
      data.putShort(value);
    }
    return hdu(
        data.array(),
        join(
            cards,
            "XTENSION= 'IMAGE'",
            "BITPIX  = 16",
            "NAXIS   = 2",
            "NAXIS1  = " + values.length,
            "NAXIS2  = 1",
            "PCOUNT  = 0",
            "GCOUNT  = 1"));
  }

  private static String[] join(String[] more, String... first) {
    String[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }

  private MadeFile fill(char with) {
    while (bytes.size() % 2880 != 0) {
      bytes.write(with);
    }
    return this;
  }

  Path write(Path file) throws IOException {
    return Files.write(file, bytes.toByteArray());
  }
}
