package org.kiramr.extract;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A FITS file of one square image of floats, made row by row while it is read: a sky of 100 with
 * noise of 5 and a grid of equal stars.
 */
final class LargeSky extends InputStream {
  /** Pixels between neighbouring stars. */
  static final int STEP = 1000;

  /** Where the stars are between the corners of the grid's cells, pixels. */
  static final double OFFSET = STEP / 2 + 0.25;

  private static final int BLOCK = 2880;
  private static final int CARD = 80;
  private static final float PEAK = 1000;
  private static final double STAR_SIGMA = 1.5;
  private static final int STAR_RADIUS = 8;

  private final int side;
  private final long end;
  private ByteBuffer piece;
  private long at;
  private int row;

  /**
   * The file.
   *
   * @param side of the image, pixels
   */
  LargeSky(int side) {
    this.side = side;
    this.end = length(side);
    this.piece = ByteBuffer.wrap(header(side));
  }

  /** Length of the file, bytes. */
  static long length(int side) {
    long data = (long) side * side * Float.BYTES;
    return BLOCK + (data + BLOCK - 1) / BLOCK * BLOCK;
  }

  private static byte[] header(int side) {
    String cards =
        "%-80s%-80s%-80s%-80s%-80s%-80s"
            .formatted(
                "SIMPLE  =                    T",
                "BITPIX  =                  -32",
                "NAXIS   =                    2",
                "NAXIS1  = %20d".formatted(side),
                "NAXIS2  = %20d".formatted(side),
                "END");
    return (cards + " ".repeat(BLOCK - 6 * CARD)).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) {
    if (at == end) {
      return -1;
    }
    if (!piece.hasRemaining()) {
      piece = row < side ? nextRow() : ByteBuffer.allocate((int) Math.min(BLOCK, end - at));
    }
    int n = Math.min(length, piece.remaining());
    piece.get(target, from, n);
    at += n;
    return n;
  }

  private ByteBuffer nextRow() {
    ByteBuffer pixels = ByteBuffer.allocate(side * Float.BYTES);
    long first = (long) row * side;
    for (int x = 0; x < side; x++) {
      pixels.putFloat(100 + 5 * noise(first + x));
    }
    addStars(pixels);
    row++;
    return pixels.rewind();
  }

  /** The sum of four numbers even between bounds: of mean 0, deviation 1, and nearly normal. */
  private static float noise(long pixel) {
    long bits = (pixel + 1) * 0x9E3779B97F4A7C15L;
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    bits ^= bits >>> 31;
    long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
    return (sum - 2 * 65535) / 37837f;
  }

  private void addStars(ByteBuffer pixels) {
    double dy = row % STEP - OFFSET;
    if (Math.abs(dy) > STAR_RADIUS) {
      return;
    }
    for (int cell = 0; cell + STEP <= side; cell += STEP) {
      int middle = cell + STEP / 2;
      for (int x = middle - STAR_RADIUS; x <= middle + STAR_RADIUS; x++) {
        double dx = x % STEP - OFFSET;
        double r2 = (dx * dx + dy * dy) / (2 * STAR_SIGMA * STAR_SIGMA);
        int byteAt = x * Float.BYTES;
        pixels.putFloat(byteAt, pixels.getFloat(byteAt) + PEAK * (float) Math.exp(-r2));
      }
    }
  }
}
