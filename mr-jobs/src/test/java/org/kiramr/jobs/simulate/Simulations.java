package org.kiramr.jobs.simulate;

import org.apache.hadoop.conf.Configuration;

/** Parameters of small simulations. */
final class Simulations {
  private Simulations() {}

  /** Frames of 400x300 that share 60 rows, with all kinds of damage. */
  static Configuration damaged() {
    Configuration conf = new Configuration(false);
    conf.set(SimulateSettings.SIZE.key(), "400x300");
    conf.setInt(SimulateSettings.OVERLAP.key(), 60);
    conf.setInt(SimulateSettings.BAD_COLUMNS.key(), 2);
    conf.setBoolean(SimulateSettings.SATURATED_STARS.key(), true);
    conf.setDouble(SimulateSettings.COSMIC_RAYS.key(), 500);
    conf.setDouble(SimulateSettings.DENSITY.key(), 5);
    return conf;
  }

  /** A sky without sources. */
  static Configuration empty() {
    Configuration conf = new Configuration(false);
    conf.set(SimulateSettings.SIZE.key(), "400x300");
    conf.setDouble(SimulateSettings.DENSITY.key(), 0);
    conf.setDouble(SimulateSettings.SKY_GRADIENT.key(), 0);
    return conf;
  }

  static short[][] render(Configuration conf, SkyField field, SdssBand band) {
    SimulateParameters parameters = SimulateParameters.from(conf);
    return new FrameRenderer(parameters)
        .render(field, band, new SourceGenerator(parameters).sources(field));
  }
}
