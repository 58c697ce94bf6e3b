package org.kiramr.jobs.simulate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.Size;
import org.kiramr.jobs.cli.UsageException;

/**
 * What decides every byte of a simulation. Immutable and thread-safe.
 *
 * @param frames how many to make
 * @param size of a frame, pixels
 * @param overlap rows that neighbouring fields share
 * @param seed of the sky
 * @param bands of a field, in order
 * @param firstRun RUN of the first field
 * @param density number of sources, relative
 * @param faintLimit r magnitude of the faintest sources
 * @param seeing full width at half maximum of a star in r, arc seconds
 * @param skyGradient change of the sky across a frame, relative
 * @param cosmicRays in 2048x1489 pixels, on average
 * @param saturatedStars whether there are stars too bright for 16 bits
 * @param badColumns in each CCD
 */
record SimulateParameters(
    int frames,
    Size size,
    int overlap,
    long seed,
    List<SdssBand> bands,
    int firstRun,
    double density,
    double faintLimit,
    double seeing,
    double skyGradient,
    double cosmicRays,
    boolean saturatedStars,
    int badColumns) {

  /** Not written to {@code _simulation.json}: they change no byte of a frame. */
  private static final List<Setting<?>> NOT_OF_THE_SKY =
      List.of(SimulateSettings.OUTPUT, SimulateSettings.OVERWRITE, SimulateSettings.FIELDS_PER_MAP);

  SimulateParameters {
    bands = List.copyOf(bands);
    if (2 * overlap > size.height()) {
      throw new UsageException(
          "--size %s: frames that share %d rows must be at least %d high; give --overlap"
              .formatted(size, overlap, 2 * overlap));
    }
  }

  /**
   * What is in the configuration.
   *
   * @throws UsageException if it makes no sense
   */
  static SimulateParameters from(Configuration conf) {
    return new SimulateParameters(
        SimulateSettings.FRAMES.get(conf),
        SimulateSettings.SIZE.get(conf),
        SimulateSettings.OVERLAP.get(conf),
        SimulateSettings.SEED.get(conf),
        SdssBand.ofLetters(SimulateSettings.BANDS.get(conf)),
        SimulateSettings.FIRST_RUN.get(conf),
        SimulateSettings.DENSITY.get(conf),
        SimulateSettings.FAINT_LIMIT.get(conf),
        SimulateSettings.SEEING.get(conf),
        SimulateSettings.SKY_GRADIENT.get(conf),
        SimulateSettings.COSMIC_RAYS.get(conf),
        SimulateSettings.SATURATED_STARS.get(conf),
        SimulateSettings.BAD_COLUMNS.get(conf));
  }

  /** Key and value of every setting that decides the sky, as text, by key. */
  static Map<String, String> describe(Configuration conf) {
    Map<String, String> described = new TreeMap<>();
    for (Setting<?> setting : SimulateSettings.ALL) {
      if (!NOT_OF_THE_SKY.contains(setting)) {
        described.put(setting.key(), String.valueOf(setting.get(conf)));
      }
    }
    return described;
  }

  /** How many fields the frames fill; the last may lack its last bands. */
  int fields() {
    return (frames + bands.size() - 1) / bands.size();
  }

  /** The place of the field number {@code index}, counted from 0. */
  SkyField field(int index) {
    return SkyField.at(index, firstRun);
  }

  /** The bands of the field number {@code index}. */
  List<SdssBand> bandsOf(int index) {
    long left = frames - (long) index * bands.size();
    return left < bands.size() ? bands.subList(0, (int) left) : bands;
  }

  /** The row of the strip that is row 0 of a field. */
  long firstRow(SkyField field) {
    return (long) field.frame() * (size.height() - overlap);
  }
}
