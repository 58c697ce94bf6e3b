package org.kiramr.fits.mapreduce;

/** Configuration keys of the FITS input formats. */
public final class FitsInputKeys {
  /**
   * Inputs, set with {@link FitsInputs#setInputs} and read with {@link FitsInputs#inputs}: files,
   * directories (walked recursively, but not into outputs of earlier runs: directories that hold a
   * {@link FitsInputs#OUTPUT_MARKER}), globs, and {@code @list} files. Separated by commas, with a
   * comma in a path written as {@code \,}. No default.
   */
  public static final String INPUT_PATHS = "kira.fits.input-paths";

  /**
   * A file that names the files to read and their images, written by {@link NamedFiles#write}; what
   * {@link #INPUT_PATHS} says does not count then. No default.
   */
  public static final String NAMED_FILES = "kira.fits.named-files";

  /**
   * How fields are named by header cards, see {@link org.kiramr.fits.FieldPattern}, e.g. <code>
   * {RUN:06}-{CAMCOL}-{FRAME:04}</code>. Default: empty, the rules for SDSS and file names.
   */
  public static final String FIELD_PATTERN = "kira.fits.field-pattern";

  /**
   * Size of a split of {@link CombineFitsInputFormat}, in bytes of files as stored plus {@link
   * #OPEN_COST_BYTES} for each file. Default and 0: automatic, at most {@link
   * #DEFAULT_SPLIT_BYTES}. If {@link #PARALLEL_MAPS} is set, each slot gets four splits of one size
   * (more, to stay below that), as far as {@link #MIN_SPLIT_BYTES} lets them be, or, if that is 0,
   * splits of falling size.
   */
  public static final String SPLIT_BYTES = "kira.fits.split-bytes";

  /**
   * Largest automatic split: 1 GiB, 16 s of work on SDSS frames as they are, some minutes
   * compressed.
   */
  public static final long DEFAULT_SPLIT_BYTES = 1L << 30;

  /**
   * Size in bytes below which the automatic split size does not go for the sake of several splits a
   * slot. Where each task is a container that takes seconds to start, small splits cost more than
   * they even out. Default 0, for tasks that cost next to nothing: the first splits are large, half
   * of the input together if that is allowed, and the last ones small, so that the slots end
   * together.
   */
  public static final String MIN_SPLIT_BYTES = "kira.fits.min-split-bytes";

  /**
   * What {@link #MIN_SPLIT_BYTES} should be on a cluster: 512 MiB, some 7 s of work on plain SDSS
   * frames, for 3 to 4 s of a container's start. If a slot's share of the input is less than twice
   * that, each slot gets one split, however small.
   */
  public static final long CLUSTER_MIN_SPLIT_BYTES = 512L << 20;

  /**
   * Number of map tasks that can run at once, for the automatic split size; several splits a slot
   * even out fields that are crowded. Default 0: not known.
   */
  public static final String PARALLEL_MAPS = "kira.fits.parallel-maps";

  /**
   * What opening a file costs, in bytes that could be read in the same time; keeps a split from
   * collecting ten thousands of tiny files. Default 1 MiB, range 0 and up.
   */
  public static final String OPEN_COST_BYTES = "kira.fits.open-cost-bytes";

  /** Default of {@link #OPEN_COST_BYTES}. */
  public static final long DEFAULT_OPEN_COST_BYTES = 1L << 20;

  /**
   * Where masks of bad pixels are found, see {@link org.kiramr.fits.CompanionSource}, e.g. {@code
   * DQ} or {@code _ooi_=_ood_}. Default: nowhere.
   */
  public static final String MASK = "kira.fits.mask";

  /**
   * Bits of a mask's values that make a pixel bad, decimal or 0x..., or {@code any}, the default.
   */
  public static final String MASK_BITS = "kira.fits.mask-bits";

  /** Where maps of noise are found, like {@link #MASK}. Default: nowhere. */
  public static final String NOISE = "kira.fits.noise";

  /** What maps of noise hold: {@code stddev} (default), {@code variance} or {@code weight}. */
  public static final String NOISE_KIND = "kira.fits.noise-kind";

  /** Whether images are checked against their DATASUM card. Default true. */
  public static final String VERIFY_DATASUM = "kira.fits.verify-datasum";

  /**
   * Part of the task's memory outside the heap ({@code -XX:MaxDirectMemorySize}, else as much as
   * the largest heap) that one frame's pixels and mask may take; a larger frame is rejected.
   * Default 0.8, range above 0 to 1.
   */
  public static final String MAX_MEMORY_FRACTION = "kira.fits.max-memory-fraction";

  /**
   * Bytes that one frame's pixels and mask may take; a larger frame is rejected. For several tasks
   * in one process, or a container smaller than its JVM may grow. Of this and {@link
   * #MAX_MEMORY_FRACTION} the smaller bound counts. Default 0: that fraction alone; range 0 and up.
   */
  public static final String MAX_FRAME_BYTES = "kira.fits.max-frame-bytes";

  /**
   * The HDUs that are read, by number or name, see {@link org.kiramr.fits.HduSelection}, e.g.
   * {@code 1,3-5,SCI,SCI:2}. The others are ignored. Default: empty, all of them.
   */
  public static final String HDUS = "kira.fits.hdus";

  /**
   * The planes of cubes that are frames, see {@link org.kiramr.fits.PlaneSelection}: {@code all},
   * or numbers from 1 on, e.g. {@code 1,3-5}. Default: empty, cubes are rejected.
   */
  public static final String PLANES = "kira.fits.planes";

  /** Set by the input formats when they plan a job: total length of the files in bytes. */
  public static final String INPUT_BYTES = "kira.fits.input-bytes";

  private FitsInputKeys() {}
}
