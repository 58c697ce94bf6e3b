package org.kiramr.jobs.simulate;

import java.util.List;

/** What is true of a field's sources in one band. Arrays run over the sources. */
final class BandTruth {
  /** Radius of the circle whose flux is told, px: that of the reference extraction. */
  static final double CIRCLE_RADIUS = 5;

  private static final double DEFECT_DISTANCE = 8;
  private static final double EDGE_DISTANCE = 20;
  private static final double NEIGHBOUR_DISTANCE = 10;
  private static final double NEIGHBOUR_FLUX = 0.1;

  private final SimulateParameters parameters;
  private final SdssBand band;
  private final Psf psf;
  private final List<Source> sources;
  private final LightModel[] models;
  private final double[] flux;
  private final double[] circleFlux;
  private final int[] flags;

  /**
   * Finds all.
   *
   * @param sources by row of the strip
   */
  BandTruth(SimulateParameters parameters, SkyField field, SdssBand band, List<Source> sources) {
    this.parameters = parameters;
    this.band = band;
    this.psf = Psf.of(band, parameters.seeing());
    this.sources = sources;
    models = new LightModel[sources.size()];
    flux = new double[sources.size()];
    circleFlux = new double[sources.size()];
    flags = new int[sources.size()];
    for (int i = 0; i < models.length; i++) {
      models[i] = LightModel.of(sources.get(i), psf);
      flux[i] = sources.get(i).flux(band);
      circleFlux[i] = flux[i] * models[i].fractionInCircle(CIRCLE_RADIUS);
    }
    flagNeighbours();
    flagSaturated();
    flagDefects(field);
    flagEdges(parameters.firstRow(field));
  }

  SdssBand band() {
    return band;
  }

  double magnitude(int i) {
    return sources.get(i).magnitudes().in(band);
  }

  /** DN, all light. */
  double flux(int i) {
    return flux[i];
  }

  /** Of the flux in the circle. */
  double signalToNoise(int i) {
    return circleFlux[i] / circleError(i);
  }

  /** Expected DN in the circle. */
  double circleFlux(int i) {
    return circleFlux[i];
  }

  /** Standard error of a measured circle flux: photon noise of sky and source, read noise. */
  double circleError(int i) {
    double area = Math.PI * CIRCLE_RADIUS * CIRCLE_RADIUS;
    return Math.sqrt(circleFlux[i] / band.gain() + area * band.variance(band.sky()));
  }

  /** Bits of {@link TruthFlags}. */
  int flags(int i) {
    return flags[i];
  }

  private void flagNeighbours() {
    double noise = Math.sqrt(band.variance(band.sky()));
    double[] harmful = new double[flux.length];
    for (int i = 0; i < flux.length; i++) {
      harmful[i] = Math.min(NEIGHBOUR_FLUX * flux[i], circleError(i));
    }
    for (int j = 0; j < flux.length; j++) {
      double distance = NEIGHBOUR_DISTANCE + models[j].reach(flux[j], noise);
      Source other = sources.get(j);
      for (int i = firstFrom(other.row() - distance);
          i < flux.length && sources.get(i).row() <= other.row() + distance;
          i++) {
        double dx = sources.get(i).x() - other.x();
        double dy = sources.get(i).row() - other.row();
        if (i != j && flux[j] >= harmful[i] && dx * dx + dy * dy < distance * distance) {
          flags[i] |= TruthFlags.NEIGHBOUR;
        }
      }
    }
  }

  /** The first source at that row of the strip or after it. */
  private int firstFrom(double row) {
    int low = 0;
    int high = sources.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sources.get(middle).row() < row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void flagSaturated() {
    for (Source bright : sources) {
      Trail trail = Trail.of(bright, band, psf);
      if (trail != null) {
        for (int i = 0; i < flags.length; i++) {
          if (trail.isNear(sources.get(i).x(), sources.get(i).row(), DEFECT_DISTANCE)) {
            flags[i] |= TruthFlags.SATURATED;
          }
        }
      }
    }
  }

  private void flagDefects(SkyField field) {
    List<BadColumn> columns = BadColumn.of(parameters, field, band);
    List<CosmicRays.Track> tracks = new CosmicRays(parameters).tracks(field, band);
    for (int i = 0; i < flags.length; i++) {
      double x = sources.get(i).x();
      double row = sources.get(i).row();
      if (columns.stream().anyMatch(column -> Math.abs(column.x() - x) <= DEFECT_DISTANCE)) {
        flags[i] |= TruthFlags.BAD_COLUMN;
      }
      if (tracks.stream().anyMatch(track -> track.isNear(x, row, DEFECT_DISTANCE))) {
        flags[i] |= TruthFlags.COSMIC_RAY;
      }
    }
  }

  private void flagEdges(long firstRow) {
    for (int i = 0; i < flags.length; i++) {
      double x = sources.get(i).x();
      double y = sources.get(i).row() - firstRow;
      if (Math.min(x, y) < EDGE_DISTANCE
          || parameters.size().width() - 1 - x < EDGE_DISTANCE
          || parameters.size().height() - 1 - y < EDGE_DISTANCE) {
        flags[i] |= TruthFlags.NEAR_EDGE;
      }
    }
  }
}
