package org.kiramr.sep;

/**
 * A main class that loads libsep, extracts a frame, and tells what it used; for tests in a JVM of
 * their own.
 */
final class LibraryMain {
  private LibraryMain() {}

  /** Prints the library, or the message of the failure with exit code 1. */
  public static void main(String[] arguments) {
    try {
      SepLibrary.verifyAvailable();
    } catch (SepUnavailableException e) {
      System.err.println(SepLibrary.isAvailable() + ": " + e.getMessage());
      System.exit(1);
    }
    try (SepImage image = new SepImage()) {
      image.setPixels(TestImages.stars(64, 64, 3, 1), 64, 64);
      image.setNoise(1, NoiseType.STDDEV);
      try (Background background = Background.estimate(image, BackgroundParameters.DEFAULT)) {
        background.subtractFrom(image);
      }
      int found = Extractor.extract(image, ExtractionParameters.DEFAULT).size();
      SepLibrary library = SepLibrary.load();
      System.out.println(library + " origin " + library.origin() + " found " + found);
    }
  }
}
