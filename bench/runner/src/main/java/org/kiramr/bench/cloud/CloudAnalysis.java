package org.kiramr.bench.cloud;

import java.util.List;

/**
 * All that {@code cloud.json} holds.
 *
 * @param schema version of this format, {@value #SCHEMA}
 * @param dataSet name of the data set that is simulated
 * @param frames of it
 * @param frameBytes size of one
 * @param measuredOn data set whose runs feed the simulation
 * @param seed of everything
 * @param replications number of skies
 * @param pricePerCoreHour in the currency of whoever gave it; 0 if nobody did
 * @param sky how crowding is spread, and how that is known, in words
 * @param scatter how much repeated runs differed, in words; empty if none were repeated
 * @param assumptions what was not measured
 * @param profiles the engines
 * @param validation the simulator beside real runs
 * @param rows what it says
 */
record CloudAnalysis(
    int schema,
    String dataSet,
    int frames,
    double frameBytes,
    String measuredOn,
    long seed,
    int replications,
    double pricePerCoreHour,
    String sky,
    String scatter,
    Assumptions assumptions,
    List<EngineProfile> profiles,
    List<Validation> validation,
    List<CloudRow> rows) {
  /** The version of this format. */
  static final int SCHEMA = 1;
}
