package org.kiramr.jobs.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * The five bands, with numbers of the size of the SDSS camera's: round, and the same for all camera
 * columns.
 */
enum SdssBand {
  U(0, 'u', 28.0, 1.6, 4, 22.1, 1.12),
  G(1, 'g', 28.7, 3.9, 4, 21.8, 1.05),
  R(2, 'r', 28.33, 4.7, 5, 20.9, 1.0),
  I(3, 'i', 28.0, 4.8, 6, 20.2, 0.97),
  Z(4, 'z', 26.2, 4.7, 5, 18.9, 0.98);

  private final int index;
  private final char letter;
  private final double zeroPoint;
  private final double gain;
  private final double readNoise;
  private final double skyMagnitude;
  private final double seeingFactor;

  SdssBand(
      int index,
      char letter,
      double zeroPoint,
      double gain,
      double readNoise,
      double skyMagnitude,
      double seeingFactor) {
    this.index = index;
    this.letter = letter;
    this.zeroPoint = zeroPoint;
    this.gain = gain;
    this.readNoise = readNoise;
    this.skyMagnitude = skyMagnitude;
    this.seeingFactor = seeingFactor;
  }

  /** The letter that names it. */
  String letter() {
    return String.valueOf(letter);
  }

  /** Its place among the five, counted from 0. */
  int index() {
    return index;
  }

  /** The magnitude of a source of 1 DN in the whole exposure. */
  double zeroPoint() {
    return zeroPoint;
  }

  /** Electrons a DN. */
  double gain() {
    return gain;
  }

  /** Electrons. */
  double readNoise() {
    return readNoise;
  }

  /** Mean sky, DN a pixel, without the soft bias. */
  double sky() {
    double area = SkyField.PIXEL_ARCSEC * SkyField.PIXEL_ARCSEC;
    return flux(skyMagnitude) * area;
  }

  /** Variance of a pixel that holds that many DN, in DN squared. */
  double variance(double value) {
    return value / gain + readNoise * readNoise / (gain * gain);
  }

  /** Width of a star relative to r. */
  double seeingFactor() {
    return seeingFactor;
  }

  /** DN in the whole exposure of a source of that magnitude. */
  double flux(double magnitude) {
    return StrictMath.pow(10, 0.4 * (zeroPoint - magnitude));
  }

  /** The bands of those letters. */
  static List<SdssBand> ofLetters(String letters) {
    List<SdssBand> bands = new ArrayList<>();
    for (int i = 0; i < letters.length(); i++) {
      SdssBand band = ofLetter(letters.charAt(i));
      if (bands.contains(band)) {
        throw new IllegalArgumentException("names " + band.letter() + " twice");
      }
      bands.add(band);
    }
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("must name a band");
    }
    return bands;
  }

  private static SdssBand ofLetter(char letter) {
    for (SdssBand band : values()) {
      if (band.letter == letter) {
        return band;
      }
    }
    throw new IllegalArgumentException("there are only the bands u, g, r, i, z");
  }

  static String checkLetters(String letters) {
    ofLetters(letters);
    return letters;
  }
}
