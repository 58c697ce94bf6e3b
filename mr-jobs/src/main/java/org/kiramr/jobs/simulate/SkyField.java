package org.kiramr.jobs.simulate;

import java.util.Locale;

/**
 * A field's place in the sky: a run scans the sky with six columns of CCDs, and each column's strip
 * is cut into frames.
 *
 * @param run 1 to 999999
 * @param camcol 1 to 6
 * @param frame 1 to 9999
 */
record SkyField(int run, int camcol, int frame) {
  /**
   * Where the truth tables are in the output directory; the underscore keeps jobs from reading it.
   */
  static final String TRUTH_DIRECTORY = "_truth";

  /** Side of a pixel. */
  static final double PIXEL_ARCSEC = 0.396;

  /** SDSS's runs begin with this frame. */
  private static final int FIRST_FRAME = 11;

  /** SDSS's runs had some hundred frames. */
  private static final int FRAMES_PER_STRIP = 800;

  private static final int CAMCOLS = 6;

  /**
   * The field number {@code index} of a simulation, counted from 0: along a strip, then the next.
   */
  static SkyField at(long index, int firstRun) {
    long strip = index / FRAMES_PER_STRIP;
    return new SkyField(
        Math.toIntExact(firstRun + strip / CAMCOLS),
        (int) (strip % CAMCOLS) + 1,
        FIRST_FRAME + (int) (index % FRAMES_PER_STRIP));
  }

  /** As in the catalogue's column {@code field}. */
  String name() {
    return String.format(Locale.ROOT, "%06d-%d-%04d", run, camcol, frame);
  }

  /** Where the frame of a band is in the output directory. */
  String path(SdssBand band) {
    return String.format(
        Locale.ROOT,
        "%06d/%d/fpC-%06d-%s%d-%04d.fit",
        run,
        camcol,
        run,
        band.letter(),
        camcol,
        frame);
  }

  /** Where the truth table is in the output directory. */
  String truthPath() {
    return TRUTH_DIRECTORY + "/" + name() + ".ecsv";
  }
}
