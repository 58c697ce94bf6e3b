package org.kiramr.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.kiramr.catalog.FrameCatalog;
import org.kiramr.fits.FieldPattern;
import org.kiramr.fits.Frame;
import org.kiramr.fits.FrameReader;
import org.kiramr.fits.FrameReaderOptions;
import org.kiramr.sep.BackgroundParameters;
import org.kiramr.sep.Kernel;

/** Reads and extracts one frame of {@link LargeSky}, in a JVM with the memory of a worker. */
final class LargeFrameWorker {
  private LargeFrameWorker() {}

  /**
   * Prints how many detections there are, how far from its star the worst one is (pixels), and the
   * most memory the process had (kB).
   *
   * @param args side of the frame, pixels
   */
  public static void main(String[] args) throws IOException, FrameRejectedException {
    int side = Integer.parseInt(args[0]);
    FrameReaderOptions options =
        new FrameReaderOptions(FieldPattern.defaults(), 5L * side * side, true);
    try (FrameReader reader =
            new FrameReader(new LargeSky(side), "sky.fits", LargeSky.length(side), options);
        FrameExtractor extractor = new FrameExtractor(parameters());
        Frame frame = (Frame) reader.next()) {
      FrameCatalog catalog = extractor.extract(frame);
      System.out.printf(
          Locale.ROOT, "%d %.3f %d%n", catalog.rows(), worst(catalog), peakKilobytes());
    }
  }

  /** The reference's, but a threshold that noise does not reach. */
  private static ExtractParameters parameters() {
    return new ExtractParameters(
        BackgroundParameters.DEFAULT,
        8,
        5,
        Kernel.DEFAULT,
        32,
        0.005,
        1,
        List.of(5.0),
        5,
        6,
        2.5,
        1,
        false);
  }

  private static double worst(FrameCatalog catalog) {
    double[] x = catalog.doubles("x");
    double[] y = catalog.doubles("y");
    double worst = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] % LargeSky.STEP - LargeSky.OFFSET;
      double dy = y[i] % LargeSky.STEP - LargeSky.OFFSET;
      worst = Math.max(worst, Math.hypot(dx, dy));
    }
    return worst;
  }

  private static long peakKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }
}
