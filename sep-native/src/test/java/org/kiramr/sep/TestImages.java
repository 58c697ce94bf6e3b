package org.kiramr.sep;

import java.util.Arrays;
import java.util.Random;

/** Images that tests make up. */
final class TestImages {
  private TestImages() {}

  /** Sky of a level, Gaussian noise of unit variance, and Gaussian stars of sigma 1.5. */
  static float[] stars(int width, int height, int stars, long seed) {
    Random random = new Random(seed);
    float[] pixels = new float[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) (100 + random.nextGaussian());
    }
    for (int s = 0; s < stars; s++) {
      double x = 5 + random.nextDouble() * (width - 10);
      double y = 5 + random.nextDouble() * (height - 10);
      addStar(pixels, width, height, x, y, 40 + random.nextDouble() * 400);
    }
    return pixels;
  }

  /** Adds a Gaussian star of sigma 1.5. */
  static void addStar(float[] pixels, int width, int height, double x, double y, double peak) {
    for (int py = 0; py < height; py++) {
      for (int px = 0; px < width; px++) {
        double d2 = (px - x) * (px - x) + (py - y) * (py - y);
        pixels[py * width + px] += (float) (peak * Math.exp(-d2 / (2 * 1.5 * 1.5)));
      }
    }
  }

  static double[] widen(float[] pixels) {
    double[] wide = new double[pixels.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = pixels[i];
    }
    return wide;
  }

  /** An array of one value. */
  static float[] flat(int length, float value) {
    float[] pixels = new float[length];
    Arrays.fill(pixels, value);
    return pixels;
  }
}
