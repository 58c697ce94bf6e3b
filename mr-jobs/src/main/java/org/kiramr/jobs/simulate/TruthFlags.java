package org.kiramr.jobs.simulate;

/**
 * Why a source of the truth table may not be measured well: bits of the columns {@code flags_*}.
 */
public final class TruthFlags {
  /** It, or a trail that touches it, has pixels that are full. */
  public static final int SATURATED = 1;

  /** A bad column is within 8 px. */
  public static final int BAD_COLUMN = 2;

  /** A cosmic ray is within 8 px. */
  public static final int COSMIC_RAY = 4;

  /** An edge of the frame is within 20 px. */
  public static final int NEAR_EDGE = 8;

  /**
   * Not isolated: another source is closer than 10 px plus the radius at which that source is as
   * bright as the noise of a pixel, and its flux is at least a tenth of this one's, or at least the
   * error of this one's flux in the circle.
   */
  public static final int NEIGHBOUR = 16;

  private TruthFlags() {}
}
