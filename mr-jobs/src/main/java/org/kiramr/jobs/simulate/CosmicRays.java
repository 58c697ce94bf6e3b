package org.kiramr.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * Straight tracks of charged particles through a CCD: sharp, as no atmosphere spreads them. They
 * are found by the strip's rows, a block at a time. Immutable and thread-safe.
 */
final class CosmicRays {
  private static final int BLOCK_ROWS = 64;
  private static final double RATE_AREA = 2048.0 * 1489.0;
  private static final double MAX_LENGTH = 20;

  private final SimulateParameters parameters;

  CosmicRays(SimulateParameters parameters) {
    this.parameters = parameters;
  }

  /**
   * One track.
   *
   * @param x start, px
   * @param row start, px along the strip
   * @param dx whole length along x, px
   * @param dy whole length along the strip, px
   * @param charge DN in each px of length
   */
  record Track(double x, double row, double dx, double dy, double charge) {
    int steps() {
      return (int) Math.ceil(Math.sqrt(dx * dx + dy * dy)) + 1;
    }

    long column(int step) {
      return Math.round(x + dx * step / steps());
    }

    long row(int step) {
      return Math.round(row + dy * step / steps());
    }

    /** Whether a place is within that many pixels of it along both axes. */
    boolean isNear(double atX, double atRow, double distance) {
      return atX >= Math.min(x, x + dx) - distance
          && atX <= Math.max(x, x + dx) + distance
          && atRow >= Math.min(row, row + dy) - distance
          && atRow <= Math.max(row, row + dy) + distance;
    }

    void paint(StripImage image) {
      for (int i = 0; i < steps(); i++) {
        image.add(column(i), row(i), charge);
      }
    }
  }

  /** All tracks in a field's frame, always in the same order. */
  List<Track> tracks(SkyField field, SdssBand band) {
    List<Track> tracks = new ArrayList<>();
    double mean = parameters.cosmicRays() * BLOCK_ROWS * parameters.size().width() / RATE_AREA;
    if (mean == 0) {
      return tracks;
    }
    long firstRow = parameters.firstRow(field);
    long first = Math.floorDiv(firstRow - (long) MAX_LENGTH, (long) BLOCK_ROWS);
    long last =
        Math.floorDiv(firstRow + parameters.size().height() + (long) MAX_LENGTH, (long) BLOCK_ROWS);
    for (long block = first; block <= last; block++) {
      UniformRandomProvider random =
          Randoms.at(
              parameters.seed(),
              Randoms.Purpose.COSMIC_RAYS,
              field.run(),
              field.camcol(),
              band.index(),
              block);
      int count = PoissonSampler.of(random, mean).sample();
      for (int i = 0; i < count; i++) {
        tracks.add(track(random, block));
      }
    }
    return tracks;
  }

  private Track track(UniformRandomProvider random, long block) {
    double x = random.nextDouble() * parameters.size().width();
    double row = (block + random.nextDouble()) * BLOCK_ROWS;
    double angle = 2 * Math.PI * random.nextDouble();
    // most come steeply and leave a short track
    double u = random.nextDouble();
    double length = MAX_LENGTH * u * u * u;
    double charge = 100 * StrictMath.pow(30, random.nextDouble());
    return new Track(
        x, row, length * StrictMath.cos(angle), length * StrictMath.sin(angle), charge);
  }
}
