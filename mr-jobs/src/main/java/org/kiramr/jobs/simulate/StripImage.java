package org.kiramr.jobs.simulate;

/**
 * The mean light of a range of a strip's rows, without sky, in DN. What is added to a pixel depends
 * on its place in the strip only, so that two fields show the same in the rows they share. Not
 * thread-safe.
 */
final class StripImage {
  /** Light fainter than this in a pixel is left out, DN: a thousandth of the noise. */
  private static final double FAINTEST = 0.005;

  private final int width;
  private final int height;
  private final long firstRow;
  private final float[] pixels;

  StripImage(int width, int height, long firstRow) {
    this.width = width;
    this.height = height;
    this.firstRow = firstRow;
    this.pixels = new float[Math.multiplyExact(width, height)];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  long firstRow() {
    return firstRow;
  }

  /** DN at a column and a row of the image. */
  float get(int x, int y) {
    return pixels[y * width + x];
  }

  /** Adds to a pixel of the strip; outside of the image nothing happens. */
  void add(long x, long row, double value) {
    long y = row - firstRow;
    if (x >= 0 && x < width && y >= 0 && y < height) {
      pixels[(int) (y * width + x)] += (float) value;
    }
  }

  /** Lifts a pixel of the strip to a value; outside of the image nothing happens. */
  void lift(long x, long row, double value) {
    long y = row - firstRow;
    if (x >= 0 && x < width && y >= 0 && y < height) {
      int i = (int) (y * width + x);
      pixels[i] = Math.max(pixels[i], (float) value);
    }
  }

  /**
   * Adds an elliptical Gaussian of that whole flux and covariance (px squared). From one pixel to
   * the next a Gaussian changes by a factor that itself changes by a constant factor: there are no
   * exponentials within the loops.
   */
  void addGaussian(double x, double row, double flux, double xx, double yy, double xy) {
    double det = xx * yy - xy * xy;
    double amplitude = flux / (2 * Math.PI * Math.sqrt(det));
    if (amplitude <= FAINTEST) {
      return;
    }
    double logExcess = 2 * StrictMath.log(amplitude / FAINTEST);
    long rowRadius = (long) Math.sqrt(yy * logExcess);
    long row0 = Math.round(row);
    if (row0 + rowRadius < firstRow || row0 - rowRadius >= firstRow + height) {
      return;
    }
    long columnRadius = (long) Math.sqrt(xx * logExcess) + 1;
    int x0 = (int) Math.round(x);
    int left = (int) Math.max(0, x0 - columnRadius);
    int right = (int) Math.min(width - 1L, x0 + columnRadius);
    double a = yy / det;
    double b = -xy / det;
    double c = xx / det;
    double dx = x0 - x;
    double dy = row0 - row;
    double centre =
        amplitude * StrictMath.exp(-0.5 * (a * dx * dx + 2 * b * dx * dy + c * dy * dy));
    double turnX = StrictMath.exp(-a);
    double turnY = StrictMath.exp(-c);
    double shear = StrictMath.exp(-b);
    double toRight = StrictMath.exp(-(a * (dx + 0.5) + b * dy));
    double toLeft = StrictMath.exp(-(a * (0.5 - dx) - b * dy));
    double up = StrictMath.exp(-(c * (dy + 0.5) + b * dx));
    double down = StrictMath.exp(-(c * (0.5 - dy) - b * dx));
    Row line = new Row(x0, left, right, turnX);
    half(line, row0, 1, rowRadius, centre, toRight, toLeft, up, turnY, shear);
    half(
        line,
        row0 - 1,
        -1,
        rowRadius - 1,
        centre * down,
        toRight / shear,
        toLeft * shear,
        down * turnY,
        turnY,
        1 / shear);
  }

  /** The rows from {@code row} on, in one direction. */
  private void half(
      Row line,
      long row,
      int direction,
      long count,
      double centre,
      double toRight,
      double toLeft,
      double step,
      double turn,
      double shear) {
    double value = centre;
    double right = toRight;
    double left = toLeft;
    double factor = step;
    for (long i = 0; i <= count; i++) {
      long y = row + direction * i - firstRow;
      if (y >= 0 && y < height) {
        line.paint(pixels, (int) y * width, value, right, left);
      }
      value *= factor;
      factor *= turn;
      right *= shear;
      left /= shear;
    }
  }

  /** One row of a Gaussian: from its middle column to both sides. */
  private record Row(int x0, int left, int right, double turn) {
    void paint(float[] pixels, int offset, double centre, double toRight, double toLeft) {
      double value = centre;
      double factor = toRight;
      for (int x = x0; x <= right; x++) {
        if (x >= left) {
          pixels[offset + x] += (float) value;
        }
        value *= factor;
        factor *= turn;
      }
      value = centre * toLeft;
      factor = toLeft * turn;
      for (int x = x0 - 1; x >= left; x--) {
        if (x <= right) {
          pixels[offset + x] += (float) value;
        }
        value *= factor;
        factor *= turn;
      }
    }
  }
}
