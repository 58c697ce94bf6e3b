package org.kiramr.jobs.extract;

import java.util.Random;
import nom.tam.fits.Header;
import nom.tam.fits.HeaderCardException;
import org.kiramr.fits.Frame;
import org.kiramr.fits.FrameId;

/** Small frames with a few round sources on a noisy sky. */
final class TestFrames {
  static final int SIDE = 128;

  private TestFrames() {}

  /** A frame of {@code sources} well separated sources; the same arguments give the same pixels. */
  static Frame frame(FrameId id, int sources) throws HeaderCardException {
    float[] pixels = sky(id.hashCode());
    for (int i = 0; i < sources; i++) {
      add(pixels, 16 + 32 * (i % 4), 16 + 32 * (i / 4), 500 + 100 * i);
    }
    return Frame.ofFloats(id, -32, SIDE, SIDE, pixels, header());
  }

  private static float[] sky(long seed) {
    Random random = new Random(seed);
    float[] pixels = new float[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) (100 + 5 * random.nextGaussian());
    }
    return pixels;
  }

  private static void add(float[] pixels, int x0, int y0, double peak) {
    for (int y = y0 - 8; y <= y0 + 8; y++) {
      for (int x = x0 - 8; x <= x0 + 8; x++) {
        double r2 = (x - x0) * (x - x0) + (y - y0) * (y - y0);
        pixels[y * SIDE + x] += (float) (peak * Math.exp(-r2 / (2 * 1.5 * 1.5)));
      }
    }
  }

  private static Header header() throws HeaderCardException {
    Header header = new Header();
    header.addValue("SIMPLE", true, "");
    header.addValue("BITPIX", -32, "");
    header.addValue("NAXIS", 2, "");
    header.addValue("NAXIS1", SIDE, "");
    header.addValue("NAXIS2", SIDE, "");
    return header;
  }
}
