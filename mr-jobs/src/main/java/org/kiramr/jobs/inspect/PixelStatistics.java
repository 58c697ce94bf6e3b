package org.kiramr.jobs.inspect;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.security.MessageDigest;
import java.util.DoubleSummaryStatistics;
import org.kiramr.catalog.Sha256;
import org.kiramr.fits.Frame;

/**
 * Figures of a frame's scaled pixels, as an independent reader can compute them.
 *
 * <p>The digest is of the pixels row by row from the first, each as big-endian IEEE float (float64
 * if the frame holds doubles), masked ones as the quiet NaN 7FC00000 (7FF8000000000000). With numpy
 * and the pixels {@code a}, scaled in float64, undefined ones NaN: {@code
 * sha256(a.astype('>f4').tobytes())}. What astropy scales by itself from 8 and 16 bits is in
 * float32 and can differ in the last bit; it also leaves BLANK out where it reads unsigned
 * integers. The sum is compensated for rounding, as that of {@link DoubleSummaryStatistics}.
 *
 * @param count all pixels
 * @param nan masked ones, which hold NaN; the other figures leave them out
 * @param min the smallest value, image units
 * @param max the largest value, image units
 * @param mean the mean, image units
 * @param sum the sum, image units
 * @param sha256 the digest in hexadecimal
 */
record PixelStatistics(
    long count, long nan, double min, double max, double mean, double sum, String sha256) {
  private static final int CHUNK = 1 << 13;

  static PixelStatistics of(Frame frame) {
    DoubleSummaryStatistics values = new DoubleSummaryStatistics();
    MessageDigest digest = Sha256.digest();
    if (frame.isDouble()) {
      addDoubles(frame.doublePixels(), values, digest);
    } else {
      addFloats(frame.floatPixels(), values, digest);
    }
    long count = (long) frame.width() * frame.height();
    return new PixelStatistics(
        count,
        count - values.getCount(),
        values.getMin(),
        values.getMax(),
        values.getAverage(),
        values.getSum(),
        Sha256.hex(digest));
  }

  private static void addFloats(
      FloatBuffer pixels, DoubleSummaryStatistics values, MessageDigest digest) {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Float.BYTES);
    while (pixels.hasRemaining()) {
      chunk.clear();
      while (pixels.hasRemaining() && chunk.hasRemaining()) {
        float value = pixels.get();
        // every NaN becomes the same one here
        chunk.putInt(Float.floatToIntBits(value));
        add(value, values);
      }
      digest.update(chunk.flip());
    }
  }

  private static void addDoubles(
      DoubleBuffer pixels, DoubleSummaryStatistics values, MessageDigest digest) {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Double.BYTES);
    while (pixels.hasRemaining()) {
      chunk.clear();
      while (pixels.hasRemaining() && chunk.hasRemaining()) {
        double value = pixels.get();
        chunk.putLong(Double.doubleToLongBits(value));
        add(value, values);
      }
      digest.update(chunk.flip());
    }
  }

  private static void add(double value, DoubleSummaryStatistics values) {
    if (!Double.isNaN(value)) {
      values.accept(value);
    }
  }
}
