package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kiramr.fits.FitsBytes.card;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A file of 6 GB, made while it is read or as a sparse file: small images, told apart by their
 * pixels, with tables of zeros and an image too large for any memory between them, so that they lie
 * before and behind 2 GiB and 4 GiB, and at the end.
 */
public final class LargeFits {
  /** Numbers of the HDUs that are frames. */
  public static final List<Integer> FRAMES = List.of(0, 2, 4, 6);

  /** Number of the HDU that is an image of more pixels than an array can have. */
  public static final int TOO_LARGE = 3;

  /** Length of the file, bytes. */
  public static final long BYTES = 6_291_630_720L;

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 700;

  private final List<byte[]> hdus = new ArrayList<>();

  /** How many zeros follow the bytes of each HDU. */
  private final List<Long> zeros = new ArrayList<>();

  public LargeFits() {
    image(16);
    table(2_000_000, 1_100, 0);
    image(32);
    zeros(extension("IMAGE", 50_000, 50_000, 0), 2_500_000_000L);
    image(-32);
    table(1_000_000, 600, 979_000_000);
    image(-64);
  }

  private void image(int bitpix) {
    FitsBytes hdu = new FitsBytes();
    if (hdus.isEmpty()) {
      hdu.image(bitpix, WIDTH, HEIGHT);
    } else {
      hdu.imageExtension(bitpix, WIDTH, HEIGHT);
    }
    int bytes = Math.abs(bitpix) / Byte.SIZE;
    ByteBuffer data = ByteBuffer.allocate(WIDTH * HEIGHT * bytes);
    int number = hdus.size();
    while (data.hasRemaining()) {
      int value = value(number, data.position() / bytes);
      switch (bitpix) {
        case 16 -> data.putShort((short) value);
        case 32 -> data.putInt(value);
        case -32 -> data.putFloat(value);
        default -> data.putDouble(value);
      }
    }
    hdus.add(hdu.data(data.array()).bytes());
    zeros.add(0L);
  }

  private void table(int width, int rows, long heap) {
    zeros(extension("BINTABLE", width, rows, heap), (long) width * rows + heap);
  }

  private static byte[] extension(String kind, int axis1, int axis2, long heap) {
    return new FitsBytes()
        .header(
            card("XTENSION", "'" + kind + "'"),
            card("BITPIX", 8),
            card("NAXIS", 2),
            card("NAXIS1", axis1),
            card("NAXIS2", axis2),
            card("PCOUNT", heap),
            card("GCOUNT", 1))
        .bytes();
  }

  private void zeros(byte[] header, long n) {
    hdus.add(header);
    zeros.add((n + HeaderText.BLOCK - 1) / HeaderText.BLOCK * HeaderText.BLOCK);
  }

  /** The value of a pixel; no two HDUs have the same ones. */
  private static int value(int hdu, int pixel) {
    return (int) (((pixel + 1) * (2_654_435_761L + 2L * hdu)) >>> 9) & 0x7FFF;
  }

  /** Where an HDU begins, bytes from the start of the file. */
  public long start(int hdu) {
    return IntStream.range(0, hdu).mapToLong(i -> hdus.get(i).length + zeros.get(i)).sum();
  }

  /** The file as a stream that holds next to nothing. */
  public InputStream stream() {
    List<InputStream> streams = new ArrayList<>();
    for (int i = 0; i < hdus.size(); i++) {
      streams.add(new ByteArrayInputStream(hdus.get(i)));
      streams.add(new Zeros(zeros.get(i)));
    }
    return new SequenceInputStream(Collections.enumeration(streams));
  }

  /** The file as a sparse one: zeros take no room. */
  public void write(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      for (int i = 0; i < hdus.size(); i++) {
        file.write(hdus.get(i));
        file.seek(file.getFilePointer() + zeros.get(i));
      }
      file.setLength(file.getFilePointer());
    }
  }

  /** Compares every pixel with what was written. */
  public static void verify(Frame frame) {
    int hdu = frame.id().hdu();
    assertThat(frame.width()).isEqualTo(WIDTH);
    assertThat(frame.height()).isEqualTo(HEIGHT);
    assertThat(frame.maskedCount()).isZero();
    FloatBuffer floats = frame.floatPixels();
    DoubleBuffer doubles = frame.doublePixels();
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      double pixel = frame.isDouble() ? doubles.get(i) : floats.get(i);
      if (pixel != value(hdu, i)) {
        throw new AssertionError("pixel " + i + " of HDU " + hdu + " is " + pixel);
      }
    }
  }

  /** A number of zeros. */
  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long n) {
      this.left = n;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(left, length);
      Arrays.fill(target, from, from + n, (byte) 0);
      left -= n;
      return n;
    }
  }
}
