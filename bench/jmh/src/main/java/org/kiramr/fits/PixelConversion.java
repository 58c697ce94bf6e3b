package org.kiramr.fits;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.function.ToDoubleFunction;

/**
 * The step of {@link FrameReader} that turns big-endian integers into scaled pixels, alone. It is
 * in this package because the reader keeps that step to itself. Not thread-safe.
 */
public final class PixelConversion {
  private static final int BITPIX = 16;
  private static final Scaling UNSIGNED = new Scaling(1, 1 << 15, null);

  private final FrameMemory memory = new FrameMemory();
  private final byte[] stored;

  /**
   * A conversion of one image.
   *
   * @param stored the data of an image of BITPIX 16 and BZERO 32768, as in the file
   */
  public PixelConversion(byte[] stored) {
    this.stored = stored.clone();
  }

  /**
   * Converts all pixels into a direct buffer, as the reader does, and gives its memory back.
   *
   * @param use is shown the pixels, which are valid until it returns
   */
  public double convert(ToDoubleFunction<FloatBuffer> use) throws IOException {
    int count = stored.length / Short.BYTES;
    PixelDecoder decoder = PixelDecoder.of(BITPIX, false, UNSIGNED, memory);
    try (Pixels pixels = decoder.read(new ByteArrayInputStream(stored), count, true)) {
      return use.applyAsDouble(pixels.floats());
    }
  }
}
