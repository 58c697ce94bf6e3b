package org.kiramr.jobs.simulate;

import java.util.List;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.Size;

/** Every setting of the job {@code simulate}. */
public final class SimulateSettings {
  /** Where the frames go; no default. */
  public static final Setting<String> OUTPUT =
      Setting.<String>of(
              "kira.simulate.output",
              "output",
              "DIR",
              null,
              "directory to make; must not exist",
              text -> text)
          .withShort("o");

  /** Replace an older output of this job; off by default. */
  public static final Setting<Boolean> OVERWRITE =
      Setting.ofFlag(
          "kira.simulate.overwrite", "overwrite", "replace the directory if simulate made it");

  /** How many frames to make: 1 and more. Fields are filled band by band. */
  public static final Setting<Integer> FRAMES =
      Setting.ofInt(
          "kira.simulate.frames", "frames", 5, 1, 10_000_000, "number of frames: fields x bands");

  /** Size of a frame in pixels, 1 to 32768 a side; by default SDSS's. */
  public static final Setting<Size> SIZE =
      Setting.of(
          "kira.simulate.size-px",
          "size",
          "WxH",
          new Size(2048, 1489),
          "size of a frame in pixels",
          text -> Size.parse(text, 32_768));

  /** Rows that neighbouring fields share, in pixels; by default SDSS's. */
  public static final Setting<Integer> OVERLAP =
      Setting.ofInt(
          "kira.simulate.overlap-px",
          "overlap",
          128,
          0,
          16_384,
          "rows that neighbouring fields share");

  /** The sky: another number is another sky. */
  public static final Setting<Long> SEED =
      Setting.of(
          "kira.simulate.seed", "seed", "N", 1L, "another number is another sky", Long::valueOf);

  /** The bands to make, letters among ugriz, in this order. */
  public static final Setting<String> BANDS =
      Setting.of(
          "kira.simulate.bands",
          "bands",
          "LETTERS",
          "ugriz",
          "bands of a field, letters among ugriz",
          SdssBand::checkLetters);

  /** RUN of the first field: 1 to 999999. */
  public static final Setting<Integer> FIRST_RUN =
      Setting.ofInt(
          "kira.simulate.first-run", "first-run", 1000, 1, 999_999, "RUN of the first field");

  /** Number of sources relative to a field at high Galactic latitude: 0 to 100. */
  public static final Setting<Double> DENSITY =
      Setting.ofDouble(
          "kira.simulate.density-factor",
          "density",
          1,
          0,
          100,
          "sources relative to a field far from the Milky Way; 10 is crowded");

  /** Magnitude in r of the faintest sources: 15 to 27. SDSS detects stars to about 22.5. */
  public static final Setting<Double> FAINT_LIMIT =
      Setting.ofDouble(
          "kira.simulate.faint-limit-mag",
          "faint-limit",
          24,
          15,
          27,
          "r magnitude of the faintest sources");

  /** Full width at half maximum of a star in r, arc seconds: 0.8 to 5. */
  public static final Setting<Double> SEEING =
      Setting.ofDouble(
          "kira.simulate.seeing-arcsec", "seeing", 1.3, 0.8, 5, "width of a star in r, arcsec");

  /** Change of the sky across a frame relative to the sky: 0 to 1. */
  public static final Setting<Double> SKY_GRADIENT =
      Setting.ofDouble(
          "kira.simulate.sky-gradient-fraction",
          "sky-gradient",
          0.03,
          0,
          1,
          "change of the sky across a frame, relative");

  /** Cosmic rays in a frame of SDSS's size, on average; in proportion to the area. */
  public static final Setting<Double> COSMIC_RAYS =
      Setting.ofDouble(
          "kira.simulate.cosmic-rays-per-frame",
          "cosmic-rays",
          0,
          0,
          100_000,
          "cosmic rays in 2048x1489 pixels, on average");

  /** Add stars too bright for 16 bits, with trails along their columns. */
  public static final Setting<Boolean> SATURATED_STARS =
      Setting.ofFlag(
          "kira.simulate.saturated-stars", "saturated-stars", "add stars too bright for 16 bits");

  /** Bad columns in each CCD: 0 to 1000. */
  public static final Setting<Integer> BAD_COLUMNS =
      Setting.ofInt(
          "kira.simulate.bad-columns-per-frame",
          "bad-columns",
          0,
          0,
          1000,
          "dead or hot columns in each CCD");

  /** Fields that one map task makes, at most. */
  public static final Setting<Integer> FIELDS_PER_MAP =
      Setting.ofInt(
          "kira.simulate.fields-per-map",
          "fields-per-map",
          8,
          1,
          100_000,
          "fields that one task makes, at most");

  /** Whether Hadoop's log goes to the terminal; default false. */
  public static final Setting<Boolean> VERBOSE =
      Setting.ofFlag(
              "kira.simulate.verbose",
              "verbose",
              "show Hadoop's log instead of keeping it in a file")
          .withShort("v");

  static final List<Setting<?>> ALL =
      List.of(
          OUTPUT,
          OVERWRITE,
          FRAMES,
          SIZE,
          OVERLAP,
          SEED,
          BANDS,
          FIRST_RUN,
          DENSITY,
          FAINT_LIMIT,
          SEEING,
          SKY_GRADIENT,
          COSMIC_RAYS,
          SATURATED_STARS,
          BAD_COLUMNS,
          FIELDS_PER_MAP,
          VERBOSE);

  private SimulateSettings() {}
}
