package org.kiramr.sep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kiramr.sep.jna.NativeLimits;

/**
 * Extracts frame after frame and prints by how many kB the resident memory of the process grew
 * between two rounds. Each round goes every way there is, failures included. With argument {@code
 * leak}, backgrounds are kept open, to show that growth is seen.
 */
final class MemoryMain {
  private static final int SIZE = 64;
  private static final int WARM_UP = 3000;
  private static final int EXTRACTIONS = 5000;
  private static final BackgroundParameters BOXES = new BackgroundParameters(8, 8, 3, 3, 0);
  private static final ExtractionParameters ABSOLUTE =
      ExtractionParameters.builder().threshold(2, ThresholdType.ABSOLUTE).build();

  private MemoryMain() {}

  public static void main(String[] arguments) throws IOException {
    SepLibrary.verifyAvailable();
    // SEP writes to all of its pixel stack before it begins: with a small one, the test takes
    // seconds.
    NativeLimits.setPixelStack(SIZE * SIZE);
    boolean leak = arguments.length > 0;
    List<Background> leaked = new ArrayList<>();
    float[] pixels = TestImages.stars(SIZE, SIZE, 20, 3);
    byte[] mask = new byte[SIZE * SIZE];
    mask[77] = 1;
    long before = 0;
    long detections = 0;
    SepImage image = new SepImage();
    for (int i = 0; i < WARM_UP + EXTRACTIONS; i++) {
      if (i == WARM_UP) {
        before = residentKilobytes();
      }
      if (i % 100 == 0) {
        image.close();
        image = new SepImage();
      }
      int found = chain(image, pixels, mask, i, leak ? leaked : null);
      detections += i < WARM_UP ? 0 : found;
    }
    image.close();
    long growth = residentKilobytes() - before;
    System.out.println("detections " + detections + " growth " + growth);
    leaked.forEach(Background::close);
  }

  private static int chain(
      SepImage image, float[] pixels, byte[] mask, int round, List<Background> leaked) {
    image.setPixels(pixels, SIZE, SIZE);
    image.setMask(mask, 0);
    Background background = Background.estimate(image, BOXES);
    background.subtractFrom(image);
    background.rms();
    if (leaked == null) {
      background.close();
    } else {
      leaked.add(background);
    }
    if (round % 5 == 0) {
      fail(image);
    }
    image.setNoise(1, NoiseType.STDDEV);
    Segmentation segmentation = Extractor.extractWithSegmentation(image, ABSOLUTE);
    Detections found = segmentation.detections();
    image.setSegmentation(segmentation.map());
    int[] ids = new int[found.size()];
    Arrays.setAll(ids, i -> i + 1);
    Photometry.of(image)
        .circles(found.x(), found.y(), 5, ApertureOptions.DEFAULT.withSegmentationIds(ids));
    return found.size();
  }

  /** A full pixel stack, a deblend overflow, and a threshold without noise. */
  private static void fail(SepImage image) {
    long stack = NativeLimits.pixelStack();
    NativeLimits.setPixelStack(50);
    expectFailure(image, ABSOLUTE, SepException.PIXEL_STACK_FULL);
    NativeLimits.setPixelStack(stack);
    int limit = NativeLimits.subObjectLimit();
    NativeLimits.setSubObjectLimit(1);
    expectFailure(image, ABSOLUTE, SepException.DEBLEND_OVERFLOW);
    NativeLimits.setSubObjectLimit(limit);
    expectFailure(image, ExtractionParameters.DEFAULT, 9);
  }

  private static void expectFailure(SepImage image, ExtractionParameters parameters, int status) {
    try {
      Extractor.extract(image, parameters);
    } catch (SepException e) {
      if (e.status() == status) {
        return;
      }
      throw e;
    }
    throw new IllegalStateException("no failure with status " + status);
  }

  private static long residentKilobytes() throws IOException {
    System.gc();
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
