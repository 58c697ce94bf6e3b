package org.kiramr.sep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every number that Python's sep computes of one small image, bit for bit: the golden file and the
 * command that made it are those of {@code src/test/golden/make-golden.py}. No tolerance: Python's
 * sep calls the same library. SEP 1.4.1 gives the same bits here as 1.2.1, of which the golden file
 * is.
 */
class GoldenTest {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 80;
  private static final int STEP = 16;

  private final Map<String, double[]> golden = new HashMap<>();
  private final Set<String> compared = new HashSet<>();

  GoldenTest() throws IOException {
    try (InputStream in = GoldenTest.class.getResourceAsStream("golden.csv")) {
      new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .map(line -> line.split(",", -1))
          .forEach(
              line ->
                  golden.put(
                      line[0],
                      Arrays.stream(line).skip(1).mapToDouble(Double::parseDouble).toArray()));
    }
  }

  @Test
  void everyNumberIsPythons() {
    float[] pixels = image();
    compare("image", IntStream.range(0, pixels.length).mapToDouble(i -> pixels[i]).sum());
    byte[] mask = mask();
    try (SepImage image = new SepImage()) {
      image.setPixels(pixels, WIDTH, HEIGHT);
      image.setMask(mask, 0);
      float rms;
      BackgroundParameters boxes = new BackgroundParameters(32, 32, 3, 3, 0);
      try (Background background = Background.estimate(image, boxes)) {
        rms = background.globalRms();
        compare("global", background.global());
        compare("globalrms", rms);
        compare("back", sample(background.level()));
        compare("rms", sample(background.rms()));
        background.subtractFrom(image);
      }
      image.readPixels(pixels);
      compare("subtracted", sample(pixels));

      Segmentation found =
          Extractor.extractWithSegmentation(
              image,
              ExtractionParameters.builder()
                  .threshold((float) (1.5 * (double) rms), ThresholdType.ABSOLUTE)
                  .build());
      Detections d = found.detections();
      compareColumns(d);
      compare("segmentation", histogram(found.map(), d.size()));

      image.setNoise(rms, NoiseType.STDDEV);
      comparePhotometry(image, d);
      compareSegmented(image, found);
      image.clearMask();
      image.setSegmentation(null);
      image.setNoise((double) rms * (double) rms, NoiseType.VARIANCE);
      image.setGain(2.5);
      compare(
          "circle.gain",
          Photometry.of(image).circles(d.x(), d.y(), 5, ApertureOptions.DEFAULT.withSubpixels(1)));
    }
    assertThat(compared).isEqualTo(golden.keySet());
  }

  private void compareColumns(Detections d) {
    compare("thresh", TestImages.widen(d.thresh()));
    compare("npix", widen(d.npix()));
    compare("tnpix", widen(d.tnpix()));
    compare("xmin", widen(d.xmin()));
    compare("xmax", widen(d.xmax()));
    compare("ymin", widen(d.ymin()));
    compare("ymax", widen(d.ymax()));
    compare("x", d.x());
    compare("y", d.y());
    compare("x2", d.x2());
    compare("y2", d.y2());
    compare("xy", d.xy());
    compare("errx2", d.errx2());
    compare("erry2", d.erry2());
    compare("errxy", d.errxy());
    compare("a", TestImages.widen(d.a()));
    compare("b", TestImages.widen(d.b()));
    compare("theta", TestImages.widen(d.theta()));
    compare("cxx", TestImages.widen(d.cxx()));
    compare("cyy", TestImages.widen(d.cyy()));
    compare("cxy", TestImages.widen(d.cxy()));
    compare("cflux", TestImages.widen(d.cflux()));
    compare("flux", TestImages.widen(d.flux()));
    compare("cpeak", TestImages.widen(d.cpeak()));
    compare("peak", TestImages.widen(d.peak()));
    compare("xcpeak", widen(d.xcpeak()));
    compare("ycpeak", widen(d.ycpeak()));
    compare("xpeak", widen(d.xpeak()));
    compare("ypeak", widen(d.ypeak()));
    compare("flag", widen(d.flag()));
  }

  private void comparePhotometry(SepImage image, Detections d) {
    Photometry photometry = Photometry.of(image);
    ApertureOptions options = ApertureOptions.DEFAULT;
    ApertureOptions exact = options.withSubpixels(ApertureOptions.EXACT);
    double[] x = d.x();
    double[] y = d.y();
    compare("circle", photometry.circles(x, y, 5, options));
    compare("circle.exact", photometry.circles(x, y, 3.5, exact));
    compare("circann", photometry.circularAnnuli(x, y, each(d, 4), each(d, 8), options));
    EllipseAxes axes = d.axes();
    compare("ellipse", photometry.ellipses(x, y, axes, each(d, 2.5), options.withSubpixels(1)));
    compare("ellipse.exact", photometry.ellipses(x, y, axes, each(d, 2.5), exact));
    compare("ellipann", photometry.ellipticalAnnuli(x, y, axes, each(d, 2), each(d, 4), options));
    // Python computes the coefficients anew, in double, from the catalogue's float axes.
    KronRadii kron = photometry.kronRadii(x, y, Ellipses.coefficients(axes), 6, options);
    compare("kron.radius", kron.radius());
    compare("kron.flag", widen(kron.flag()));
    double[] maximum = IntStream.range(0, d.size()).mapToDouble(i -> 6.0 * d.a()[i]).toArray();
    FluxRadii radii =
        photometry.fluxRadii(x, y, maximum, null, new double[] {0.2, 0.5, 0.9}, options);
    compare("fluxradius.radius", radii.radius());
    compare("fluxradius.flag", widen(radii.flag()));
    double[] sigma =
        IntStream.range(0, d.size())
            .mapToDouble(i -> 2.0 / 2.35 * radii.radius()[i * radii.fractions() + 1])
            .toArray();
    WindowedPositions windowed =
        photometry.windowedPositions(x, y, sigma, options.withSubpixels(11));
    compare("winpos.x", windowed.x());
    compare("winpos.y", windowed.y());
    compare("winpos.flag", widen(windowed.flag()));
  }

  private void compareSegmented(SepImage image, Segmentation found) {
    Detections d = found.detections();
    image.setSegmentation(found.map());
    int[] ids = IntStream.rangeClosed(1, d.size()).toArray();
    compare(
        "segmented",
        Photometry.of(image)
            .circles(d.x(), d.y(), 5, ApertureOptions.DEFAULT.withSegmentationIds(ids)));
  }

  private void compare(String name, ApertureSums sums) {
    compare(name + ".sum", sums.sum());
    compare(name + ".sumerr", sums.sumErr());
    compare(name + ".flag", widen(sums.flag()));
  }

  private void compare(String name, double... values) {
    assertThat(golden).containsKey(name);
    assertThat(values).as(name).isEqualTo(golden.get(name));
    compared.add(name);
  }

  /** The image of make-golden.py: integers only, so that both languages agree on every bit. */
  private static float[] image() {
    float[] pixels = new float[WIDTH * HEIGHT];
    long state = 12345;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        state = (state * 1103515245 + 12345) % 2147483648L;
        pixels[y * WIDTH + x] = 1000 + x / 4 + (state >> 16) % 41 - 20;
      }
    }
    int[][] sources = {
      {20, 15, 9000},
      {24, 17, 4000},
      {70, 20, 20000},
      {50, 50, 1500},
      {51, 66, 6000},
      {93, 40, 5000}
    };
    for (int[] source : sources) {
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          int dx = x - source[0];
          int dy = y - source[1];
          long d2 = 2L * dx * dx + 3L * dy * dy + (long) dx * dy;
          long light = source[2] / (4 + d2 * d2);
          pixels[y * WIDTH + x] += light;
        }
      }
    }
    return pixels;
  }

  private static byte[] mask() {
    byte[] mask = new byte[WIDTH * HEIGHT];
    for (int y = 30; y < 34; y++) {
      Arrays.fill(mask, y * WIDTH + 10, y * WIDTH + 90, (byte) 1);
    }
    mask[18 * WIDTH + 22] = 1;
    mask[19 * WIDTH + 22] = 1;
    return mask;
  }

  private static double[] sample(float[] map) {
    return IntStream.range(0, HEIGHT / STEP * (WIDTH / STEP))
        .mapToDouble(i -> map[i / (WIDTH / STEP) * STEP * WIDTH + i % (WIDTH / STEP) * STEP])
        .toArray();
  }

  private static double[] histogram(int[] map, int sources) {
    double[] counts = new double[sources + 1];
    for (int source : map) {
      counts[source]++;
    }
    return counts;
  }

  private static double[] each(Detections d, double value) {
    return IntStream.range(0, d.size()).mapToDouble(i -> value).toArray();
  }

  private static double[] widen(int[] values) {
    return Arrays.stream(values).asDoubleStream().toArray();
  }

  private static double[] widen(short[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }
}
