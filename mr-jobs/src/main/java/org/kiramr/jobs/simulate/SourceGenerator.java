package org.kiramr.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The sources of a strip, cell by cell: a cell is a band of rows, and its sources depend on nothing
 * but the seed and the cell. Colours and sizes are roughly those of SDSS's sources. Immutable and
 * thread-safe.
 */
final class SourceGenerator {
  /** Rows of a cell. */
  private static final int CELL_ROWS = 64;

  /** More than any cell holds; makes identifiers unique. */
  private static final long IDS_PER_CELL = 1_000_000;

  /** Sources this far beside the frame still shine into it, px. */
  private static final int SIDE = 64;

  /** Sources and their trails this far above and below, px. */
  private static final int REACH = 448;

  private final SimulateParameters parameters;
  private final SourceCounts stars;
  private final SourceCounts galaxies;

  SourceGenerator(SimulateParameters parameters) {
    this.parameters = parameters;
    this.stars = SourceCounts.ofStars(parameters);
    this.galaxies = SourceCounts.ofGalaxies(parameters);
  }

  /** All sources that can shine into a field, always in the same order. */
  List<Source> sources(SkyField field) {
    long firstRow = parameters.firstRow(field);
    long first = Math.floorDiv(firstRow - REACH, (long) CELL_ROWS);
    long last = Math.floorDiv(firstRow + parameters.size().height() + REACH, (long) CELL_ROWS);
    List<Source> sources = new ArrayList<>();
    for (long cell = first; cell <= last; cell++) {
      fill(field, cell, sources);
    }
    return sources;
  }

  private void fill(SkyField field, long cell, List<Source> sources) {
    UniformRandomProvider random =
        Randoms.at(parameters.seed(), Randoms.Purpose.SOURCES, field.run(), field.camcol(), cell);
    NormalizedGaussianSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
    double area = (double) CELL_ROWS * (parameters.size().width() + 2 * SIDE);
    int starCount = poisson(random, stars.expected(area));
    int galaxyCount = poisson(random, galaxies.expected(area));
    for (int i = 0; i < starCount + galaxyCount; i++) {
      long id = Math.addExact(Math.multiplyExact(cell + 1, IDS_PER_CELL), i);
      double x = random.nextDouble() * (parameters.size().width() + 2 * SIDE) - SIDE - 0.5;
      double row = (cell + random.nextDouble()) * CELL_ROWS;
      sources.add(i < starCount ? star(id, x, row, random) : galaxy(id, x, row, random, normal));
    }
  }

  private Source star(long id, double x, double row, UniformRandomProvider random) {
    double r = stars.magnitude(random.nextDouble());
    // two humps in g-r: turn-off stars of the halo, and the many M dwarfs
    boolean dwarf = random.nextDouble() < 0.55;
    double gr = dwarf ? 1.2 + 0.3 * random.nextDouble() : 0.2 + 0.6 * random.nextDouble();
    double ri = dwarf ? 0.5 + 0.7 * random.nextDouble() : 0.4 * gr;
    double ug = 0.9 + 1.2 * (gr - 0.2);
    Magnitudes magnitudes = new Magnitudes(r + gr + ug, r + gr, r, r - ri, r - 1.55 * ri);
    return new Source(id, Profile.POINT, x, row, magnitudes, 0, 1, 0);
  }

  private Source galaxy(
      long id,
      double x,
      double row,
      UniformRandomProvider random,
      NormalizedGaussianSampler normal) {
    double r = galaxies.magnitude(random.nextDouble());
    boolean early = random.nextDouble() < 0.35;
    double gr = early ? 0.9 + 0.12 * normal.sample() : 0.55 + 0.18 * normal.sample();
    double ri = 0.42 * gr + 0.05 * normal.sample();
    double ug = early ? 1.8 : 1.2;
    Magnitudes magnitudes = new Magnitudes(r + gr + ug, r + gr, r, r - ri, r - 1.7 * ri);
    // 0.7 arcsec at r = 21, a tenth of a decade a magnitude, scatter a fifth of a decade
    double arcsec = 0.7 * StrictMath.pow(10, 0.1 * (21 - r) + 0.2 * normal.sample());
    double radius = Math.min(Math.max(arcsec, 0.1), 12) / SkyField.PIXEL_ARCSEC;
    double u = random.nextDouble();
    // a disc of thickness 0.2 seen from anywhere, or an elliptical galaxy E0 to E5
    double axisRatio = early ? 0.5 + 0.5 * u : Math.sqrt(0.04 + 0.96 * u * u);
    double theta = Math.PI * (random.nextDouble() - 0.5);
    Profile profile = early ? Profile.DE_VAUCOULEURS : Profile.EXPONENTIAL;
    return new Source(id, profile, x, row, magnitudes, radius, axisRatio, theta);
  }

  private static int poisson(UniformRandomProvider random, double mean) {
    return mean > 0 ? PoissonSampler.of(random, mean).sample() : 0;
  }
}
