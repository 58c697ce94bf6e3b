package org.kiramr.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.kiramr.fits.Frame;
import org.kiramr.fits.FrameItem;
import org.kiramr.fits.FrameReader;
import org.kiramr.fits.FrameReaderOptions;

/**
 * Extracts a file of two frames of 20,000 x 20,000 float pixels, made while it is read: noise with
 * a star every 200 pixels. Prints what came out and the largest resident memory of this process.
 */
public final class LargeFrameMain {
  static final int SIDE = 20_000;
  private static final int BLOCK = 2880;
  private static final int STAR = 200;
  private static final long DATA = (long) SIDE * SIDE * Float.BYTES;

  private LargeFrameMain() {}

  /** Prints one line a frame or reject, and {@code VmHWM:} in kB. */
  public static void main(String[] arguments) throws Exception {
    long length = 2 * (BLOCK + (DATA + BLOCK - 1) / BLOCK * BLOCK);
    InputStream file =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    header("SIMPLE  =                    T"),
                    new Sky(1),
                    header("XTENSION= 'IMAGE   '"),
                    new Sky(2))));
    try (FrameReader reader =
            new FrameReader(file, "large.fits", length, FrameReaderOptions.defaults());
        FrameExtractor extractor = new FrameExtractor(TestFrame.reference(false))) {
      for (FrameItem item = reader.next(); item != null; item = reader.next()) {
        if (item instanceof Frame frame) {
          int rows = extractor.extract(frame).rows();
          frame.close();
          System.out.printf(Locale.ROOT, "HDU %d: %d sources%n", frame.id().hdu(), rows);
        } else {
          System.out.println(item);
        }
      }
    }
    Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .forEach(System.out::println);
  }

  private static InputStream header(String first) {
    StringBuilder text = new StringBuilder();
    for (String card :
        List.of(
            first,
            "BITPIX  =                  -32",
            "NAXIS   =                    2",
            "NAXIS1  =                " + SIDE,
            "NAXIS2  =                " + SIDE,
            "PCOUNT  =                    0",
            "GCOUNT  =                    1",
            "END")) {
      text.append(card).append(" ".repeat(80 - card.length()));
    }
    text.append(" ".repeat(BLOCK - text.length()));
    return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** The data of an image, with their padding. */
  private static final class Sky extends InputStream {
    private static final long PADDED = (DATA + BLOCK - 1) / BLOCK * BLOCK;
    private final Random random;
    private final float[] noise = new float[1 << 20];
    private final ByteBuffer row = ByteBuffer.allocate(SIDE * Float.BYTES);
    private long at;

    Sky(long seed) {
      random = new Random(seed);
      for (int i = 0; i < noise.length; i++) {
        noise[i] = (float) (100 + random.nextGaussian());
      }
      row.position(row.limit());
    }

    private void fill() {
      int y = (int) (at / row.capacity());
      int from = random.nextInt(noise.length);
      row.clear();
      double dy = y % STAR - STAR / 2;
      for (int x = 0; x < SIDE; x++) {
        float value = noise[(from + x) & (noise.length - 1)];
        double dx = x % STAR - STAR / 2;
        double r2 = dx * dx + dy * dy;
        row.putFloat(r2 < 50 ? value + (float) (300 * Math.exp(-r2 / 6)) : value);
      }
      row.flip();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) {
      if (at >= PADDED) {
        return -1;
      }
      int n;
      if (at >= DATA) {
        n = (int) Math.min(length, PADDED - at);
        Arrays.fill(target, from, from + n, (byte) 0);
      } else {
        if (!row.hasRemaining()) {
          fill();
        }
        n = Math.min(length, row.remaining());
        row.get(target, from, n);
      }
      at += n;
      return n;
    }
  }
}
