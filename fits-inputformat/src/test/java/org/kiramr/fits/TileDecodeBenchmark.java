package org.kiramr.fits;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.image.compression.hdu.CompressedImageHDU;

/**
 * What it costs to read frames, for each file in the arguments: milliseconds of CPU time of the
 * whole process for a megapixel (nom-tam-fits decodes with all cores), the mean of {@value
 * #REPEATS} runs after as many to warm up, by {@link FrameReader} and by nom-tam-fits alone (which
 * does not scale, mask or narrow the pixels of integers). Run by hand, with the test class path of
 * the module. CFITSIO's side is a loop of {@code ffopen} and {@code ffgpv(TFLOAT)} over the same
 * files.
 */
public final class TileDecodeBenchmark {
  private static final int REPEATS = 15;

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private TileDecodeBenchmark() {}

  /** A reader of all frames of a file; gives their pixels. */
  private interface Reader {
    long read(Path file) throws IOException, FitsException;
  }

  public static void main(String[] files) throws IOException, FitsException {
    PrintStream out = System.out;
    out.printf("%-40s %12s %12s%n", "ms a megapixel", "FrameReader", "nom-tam-fits");
    for (String file : files) {
      out.printf(
          Locale.ROOT,
          "%-40s %12.2f %12.2f%n",
          file,
          time(Path.of(file), TileDecodeBenchmark::frames),
          time(Path.of(file), TileDecodeBenchmark::nomTam));
    }
  }

  private static double time(Path file, Reader reader) throws IOException, FitsException {
    long pixels = 0;
    long start = 0;
    for (int i = -REPEATS; i < REPEATS; i++) {
      if (i == 0) {
        start = PROCESS.getProcessCpuTime();
        pixels = 0;
      }
      pixels += reader.read(file);
    }
    return (PROCESS.getProcessCpuTime() - start) / (double) pixels;
  }

  private static long frames(Path file) throws IOException {
    FrameReaderOptions options =
        new FrameReaderOptions(
            FieldPattern.defaults(), FrameReaderOptions.defaults().maxFrameBytes(), false);
    long pixels = 0;
    try (FrameReader reader =
        new FrameReader(Files.newInputStream(file), file.toString(), Files.size(file), options)) {
      for (FrameItem item = reader.next(); item != null; item = reader.next()) {
        if (!(item instanceof Frame frame)) {
          throw new IOException(item.toString());
        }
        pixels += (long) frame.width() * frame.height();
        frame.close();
      }
    }
    return pixels;
  }

  private static long nomTam(Path file) throws IOException, FitsException {
    long pixels = 0;
    try (Fits fits = new Fits(file.toFile())) {
      for (BasicHDU<?> hdu = fits.readHDU(); hdu != null; hdu = fits.readHDU()) {
        BasicHDU<?> image =
            hdu instanceof CompressedImageHDU compressed ? compressed.asImageHDU() : hdu;
        if (image.getAxes() != null && image.getKernel() != null && image.getAxes().length == 2) {
          pixels += (long) image.getAxes()[0] * image.getAxes()[1];
        }
      }
    }
    return pixels;
  }
}
