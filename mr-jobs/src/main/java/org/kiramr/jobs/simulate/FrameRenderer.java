package org.kiramr.jobs.simulate;

import java.util.List;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Makes the pixels of a frame: light, then photon and read noise, then what 16 bits can hold. The
 * noise of a row depends on the row's place in the strip, so that fields that share it show the
 * same pixels. Immutable and thread-safe.
 */
final class FrameRenderer {
  /** Added to all pixels so that noise leaves none below 0, DN; as in SDSS's frames. */
  static final int SOFT_BIAS = 1000;

  /** The highest value that 16 bits hold. */
  static final int MAX_VALUE = 65_535;

  /** BZERO: what is written is the value minus this, in 16 bits with a sign. */
  static final int ZERO = 32_768;

  private final SimulateParameters parameters;
  private final CosmicRays cosmicRays;

  FrameRenderer(SimulateParameters parameters) {
    this.parameters = parameters;
    this.cosmicRays = new CosmicRays(parameters);
  }

  /** The pixels as they are written, rows from the bottom. */
  short[][] render(SkyField field, SdssBand band, List<Source> sources) {
    StripImage light =
        new StripImage(
            parameters.size().width(), parameters.size().height(), parameters.firstRow(field));
    Psf psf = Psf.of(band, parameters.seeing());
    for (Source source : sources) {
      LightModel.of(source, psf).paint(light, source.x(), source.row(), source.flux(band));
    }
    cosmicRays.tracks(field, band).forEach(track -> track.paint(light));
    for (Source source : sources) {
      Trail trail = Trail.of(source, band, psf);
      if (trail != null) {
        trail.paint(light);
      }
    }
    return expose(field, band, light);
  }

  private short[][] expose(SkyField field, SdssBand band, StripImage light) {
    SkyModel sky = new SkyModel(parameters, band);
    List<BadColumn> badColumns = BadColumn.of(parameters, field, band);
    short[][] pixels = new short[light.height()][light.width()];
    double[] mean = new double[light.width()];
    for (int y = 0; y < light.height(); y++) {
      long row = light.firstRow() + y;
      double left = sky.atRow(row);
      for (int x = 0; x < mean.length; x++) {
        mean[x] = left + x * sky.slope() + light.get(x, y);
      }
      badColumns.forEach(column -> mean[column.x()] = column.excess());
      // its rare exact tests use the platform's exp: a last bit there decides once in 10^16 draws
      NormalizedGaussianSampler normal =
          ZigguratSampler.NormalizedGaussian.of(
              Randoms.at(
                  parameters.seed(),
                  Randoms.Purpose.NOISE,
                  field.run(),
                  field.camcol(),
                  band.index(),
                  row));
      expose(band, normal, mean, pixels[y]);
    }
    return pixels;
  }

  /** Photon counts are large enough, some dozen electrons a pixel, to be drawn as normal. */
  private static void expose(
      SdssBand band, NormalizedGaussianSampler normal, double[] mean, short[] pixels) {
    for (int x = 0; x < mean.length; x++) {
      double noise = Math.sqrt(band.variance(mean[x])) * normal.sample();
      double value = Math.floor(mean[x] + noise + SOFT_BIAS + 0.5);
      pixels[x] = (short) ((int) Math.min(Math.max(value, 0), MAX_VALUE) - ZERO);
    }
  }
}
