package org.kiramr.jobs.extract;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.kiramr.extract.ExtractParameters;
import org.kiramr.fits.CompanionSource;
import org.kiramr.fits.FieldPattern;
import org.kiramr.fits.HduSelection;
import org.kiramr.fits.PlaneSelection;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.Size;
import org.kiramr.sep.BackgroundParameters;

/**
 * Every setting of {@code extract}: configuration key, option, default and range. The defaults are
 * the reference extraction's, which are Kira SE's and mostly SExtractor's.
 */
public final class ExtractSettings {
  /** Files, directories, globs and {@code @lists} to read. No default. */
  public static final Setting<List<String>> INPUT =
      Setting.ofList(
              "kira.extract.input",
              "input",
              "PATH",
              "FITS files to read: a file, a directory (with all below it), a glob, or @FILE with a path a line;"
                  + " can be repeated")
          .withShort("i");

  /** The directory to make. No default. */
  public static final Setting<String> OUTPUT =
      Setting.<String>of(
              "kira.extract.output",
              "output",
              "DIR",
              null,
              "directory to write; must not exist",
              Setting::notBlank)
          .withShort("o");

  /** Whether an existing output of ours is replaced; default false. */
  public static final Setting<Boolean> OVERWRITE =
      Setting.ofFlag(
          "kira.extract.overwrite",
          "overwrite",
          "replace DIR if it is the output of an earlier run");

  /** The format of the catalogue: {@code ecsv}. */
  public static final Setting<String> FORMAT =
      Setting.<String>of(
              "kira.extract.format",
              "format",
              "NAME",
              "ecsv",
              "format of the catalogue: ecsv",
              SettingTexts::format)
          .withShort("f");

  /** Background box, pixels, 1 to 8192 a side; default 64x64 (SExtractor's BACK_SIZE). */
  public static final Setting<Size> BACKGROUND_BOX =
      Setting.of(
          "kira.extract.background-box-px",
          "back-size",
          "WxH",
          new Size(64, 64),
          "background box in pixels",
          text -> Size.parse(text, 8192));

  /** Median filter of the background, boxes, 1 to 255 a side; default 3x3 (BACK_FILTERSIZE). */
  public static final Setting<Size> BACKGROUND_FILTER =
      Setting.of(
          "kira.extract.background-filter-boxes",
          "back-filter-size",
          "WxH",
          new Size(3, 3),
          "median filter of the background, in boxes",
          text -> Size.parse(text, 255));

  /** Boxes are filtered only where they differ by more, image units, 0 or more; default 0. */
  public static final Setting<Double> BACKGROUND_FILTER_THRESHOLD =
      Setting.ofDouble(
          "kira.extract.background-filter-threshold-image-units",
          "back-filter-threshold",
          0.0,
          0.0,
          Double.MAX_VALUE,
          "smallest difference at which the filter replaces a box, in image units");

  /**
   * Detection threshold, multiples of the global background RMS, above 0; default 1.5
   * (DETECT_THRESH).
   */
  public static final Setting<Double> THRESHOLD =
      Setting.ofDouble(
          "kira.extract.threshold-sigma",
          "threshold",
          1.5,
          Double.MIN_NORMAL,
          1e6,
          "detection threshold in multiples of the background RMS");

  /** Smallest detection, pixels above the threshold, 1 to 10^6; default 5 (DETECT_MINAREA). */
  public static final Setting<Integer> MIN_AREA =
      Setting.ofInt(
          "kira.extract.min-area-px", "min-area", 5, 1, 1_000_000, "smallest detection in pixels");

  /**
   * Convolution kernel, rows of weights parted by a slash, or none; default SExtractor's 3x3
   * pyramid.
   */
  public static final Setting<String> KERNEL =
      Setting.of(
          "kira.extract.kernel",
          "kernel",
          "ROWS",
          "1 2 1 / 2 4 2 / 1 2 1",
          "convolution kernel, rows parted by '/', or none",
          text -> {
            SettingTexts.kernel(text);
            return text;
          });

  /** Deblending levels, 1 to 1024; default 32 (DEBLEND_NTHRESH). */
  public static final Setting<Integer> DEBLEND_LEVELS =
      Setting.ofInt(
          "kira.extract.deblend-levels", "deblend-levels", 32, 1, 1024, "levels of deblending");

  /** Deblend contrast, 0 to 1, a fraction of the flux; default 0.005 (DEBLEND_MINCONT). */
  public static final Setting<Double> DEBLEND_CONTRAST =
      Setting.ofDouble(
          "kira.extract.deblend-contrast",
          "deblend-contrast",
          0.005,
          0.0,
          1.0,
          "smallest share of flux of a deblended source; 1 switches deblending off");

  /** Cleaning parameter, above 0 to 10, or 0 for none; default 1.0 (CLEAN_PARAM). */
  public static final Setting<Double> CLEAN =
      Setting.ofDouble(
          "kira.extract.clean-parameter",
          "clean",
          1.0,
          0.0,
          10.0,
          "cleaning parameter; 0 switches cleaning off");

  /** Radii of the circular apertures, pixels, above 0 to 10,000, at most 100; default 5. */
  public static final Setting<List<Double>> APERTURE_RADII =
      Setting.of(
          "kira.extract.aperture-radii-px",
          "aperture-radii",
          "R[,R...]",
          List.of(5.0),
          "radii of the circular apertures in pixels",
          SettingTexts::radii);

  /** Subpixels a side in circular apertures, 1 to 100, or 0 for the exact overlap; default 5. */
  public static final Setting<Integer> APERTURE_SUBPIXELS =
      Setting.ofInt(
          "kira.extract.aperture-subpixels",
          "aperture-subpixels",
          5,
          0,
          100,
          "subpixels a side in circular apertures; 0 is exact");

  /**
   * The ellipse in which the Kron radius is measured, multiples of (a, b), above 0 to 100; default
   * 6.
   */
  public static final Setting<Double> KRON_ELLIPSE =
      Setting.ofDouble(
          "kira.extract.kron-ellipse-scale",
          "kron-ellipse",
          6.0,
          Double.MIN_NORMAL,
          100.0,
          "ellipse in which the Kron radius is measured, in multiples of a and b");

  /**
   * The Kron aperture, multiples of the Kron radius, above 0 to 100; default 2.5 (PHOT_AUTOPARAMS).
   */
  public static final Setting<Double> KRON_FACTOR =
      Setting.ofDouble(
          "kira.extract.kron-factor",
          "kron-factor",
          2.5,
          Double.MIN_NORMAL,
          100.0,
          "aperture of the auto flux, in multiples of the Kron radius");

  /** Subpixels a side in the Kron aperture, 1 to 100, or 0 for the exact overlap; default 1. */
  public static final Setting<Integer> KRON_SUBPIXELS =
      Setting.ofInt(
          "kira.extract.kron-subpixels",
          "kron-subpixels",
          1,
          0,
          100,
          "subpixels a side in the Kron aperture; 0 is exact");

  /** Whether sources with saturated pixels get SExtractor's flag 4; default false. */
  public static final Setting<Boolean> FLAG_SATURATED =
      Setting.ofFlag(
          "kira.extract.flag-saturated",
          "flag-saturated",
          "add 4 to the flag of sources with a pixel at or above the SATURATE card");

  /** Where bad pixels are told, see {@link CompanionSource}; default: nowhere. */
  public static final Setting<String> MASK =
      Setting.of(
          "kira.extract.mask",
          "mask",
          "NAME|OLD=NEW",
          null,
          "mask of bad pixels: EXTNAME of an HDU in the same file, such as DQ, or a change to the file's name, such"
              + " as _ooi_=_ood_",
          SettingTexts::companion);

  /** Bits of the mask that make a pixel bad, decimal or 0x..., or any; default any. */
  public static final Setting<String> MASK_BITS =
      Setting.of(
          "kira.extract.mask-bits",
          "mask-bits",
          "N|any",
          "any",
          "bits of the mask's values that make a pixel bad",
          SettingTexts::maskBits);

  /** Where noise by pixel is told, see {@link CompanionSource}; default: nowhere, the RMS. */
  public static final Setting<String> NOISE =
      Setting.of(
          "kira.extract.noise",
          "noise",
          "NAME|OLD=NEW",
          null,
          "map of noise, found as the mask is; the threshold is in multiples of it, and errors come from it",
          SettingTexts::companion);

  /** What the noise map holds: stddev, variance or weight (inverse variance); default stddev. */
  public static final Setting<String> NOISE_KIND =
      Setting.of(
          "kira.extract.noise-kind",
          "noise-kind",
          "KIND",
          "stddev",
          "what the map of noise holds: stddev, variance, or weight (inverse variance)",
          SettingTexts::noiseKind);

  /** Header cards that make a field's name; default: SDSS's cards, else the file name. */
  public static final Setting<String> FIELD_PATTERN =
      Setting.of(
          "kira.extract.field-pattern",
          "field-pattern",
          "PATTERN",
          null,
          "header cards that name the field, such as '{RUN:06}-{CAMCOL}-{FRAME:04}'",
          text -> {
            FieldPattern.of(text);
            return text;
          });

  /** HDUs to read, by number (the primary is 0) or EXTNAME[:EXTVER]; default: all images. */
  public static final Setting<String> HDUS =
      Setting.of(
          "kira.extract.hdus",
          "hdu",
          "LIST",
          null,
          "HDUs to read, by number from 0 or by name, such as 1,3-5,SCI,SCI:2; the others are ignored",
          text -> HduSelection.of(text).toString());

  /** Planes of cubes that are frames: all, or numbers from 1; default: none, cubes are rejected. */
  public static final Setting<String> PLANES =
      Setting.of(
          "kira.extract.planes",
          "planes",
          "all|LIST",
          null,
          "planes of cubes to read as frames, counted from 1, such as 1,3-5; without it cubes are rejected",
          text -> PlaneSelection.of(text).toString());

  /** Whether a wrong DATASUM card is ignored; default false, the frame is rejected. */
  public static final Setting<Boolean> IGNORE_DATASUM =
      Setting.ofFlag(
          "kira.extract.ignore-datasum",
          "ignore-datasum",
          "take frames whose pixels do not match their DATASUM card");

  /** Reduce tasks, 1 to 100,000, or auto; default auto. */
  public static final Setting<String> REDUCERS =
      Setting.of(
          "kira.extract.reducers",
          "reducers",
          "N|auto",
          "auto",
          "reduce tasks, one part file each",
          text -> SettingTexts.numberOrAuto(text, 100_000));

  /** Bytes of input a map task, MB (2^20 bytes), 1 to 1,048,576, or auto; default auto. */
  public static final Setting<String> SPLIT_MB =
      Setting.of(
          "kira.extract.split-mb",
          "split-mb",
          "N|auto",
          "auto",
          "input of a map task in MB (whole files, each counted with 1 MB more)",
          text -> SettingTexts.numberOrAuto(text, 1 << 20));

  /** Whether each file gets a map task of its own; default false. */
  public static final Setting<Boolean> ONE_FILE_PER_MAP =
      Setting.ofFlag(
          "kira.extract.one-file-per-map", "one-file-per-map", "a map task for each file");

  /** Rejects that still count as success, 0 or more; default 0. */
  public static final Setting<Integer> MAX_REJECTS =
      Setting.ofInt(
          "kira.extract.max-rejects",
          "max-rejects",
          0,
          0,
          Integer.MAX_VALUE,
          "rejects up to which the exit code is 0 and not 3");

  /** Whether Hadoop's log goes to the terminal; default false. */
  public static final Setting<Boolean> VERBOSE =
      Setting.ofFlag(
              "kira.extract.verbose",
              "verbose",
              "show Hadoop's log instead of keeping it in a file")
          .withShort("v");

  private ExtractSettings() {}

  /**
   * The numbers of the extraction in a job's configuration.
   *
   * @throws org.kiramr.jobs.cli.UsageException if one is out of range
   */
  public static ExtractParameters parameters(Configuration conf) {
    Size box = BACKGROUND_BOX.get(conf);
    Size filter = BACKGROUND_FILTER.get(conf);
    return new ExtractParameters(
        new BackgroundParameters(
            box.width(),
            box.height(),
            filter.width(),
            filter.height(),
            BACKGROUND_FILTER_THRESHOLD.get(conf)),
        THRESHOLD.get(conf),
        MIN_AREA.get(conf),
        SettingTexts.kernel(KERNEL.get(conf)),
        DEBLEND_LEVELS.get(conf),
        DEBLEND_CONTRAST.get(conf),
        CLEAN.get(conf),
        APERTURE_RADII.get(conf),
        APERTURE_SUBPIXELS.get(conf),
        KRON_ELLIPSE.get(conf),
        KRON_FACTOR.get(conf),
        KRON_SUBPIXELS.get(conf),
        FLAG_SATURATED.get(conf));
  }

  /** All settings, in the order of the help text. */
  public static List<Setting<?>> all() {
    return List.of(
        INPUT,
        OUTPUT,
        OVERWRITE,
        FORMAT,
        BACKGROUND_BOX,
        BACKGROUND_FILTER,
        BACKGROUND_FILTER_THRESHOLD,
        THRESHOLD,
        MIN_AREA,
        KERNEL,
        DEBLEND_LEVELS,
        DEBLEND_CONTRAST,
        CLEAN,
        APERTURE_RADII,
        APERTURE_SUBPIXELS,
        KRON_ELLIPSE,
        KRON_FACTOR,
        KRON_SUBPIXELS,
        FLAG_SATURATED,
        MASK,
        MASK_BITS,
        NOISE,
        NOISE_KIND,
        FIELD_PATTERN,
        HDUS,
        PLANES,
        IGNORE_DATASUM,
        REDUCERS,
        SPLIT_MB,
        ONE_FILE_PER_MAP,
        MAX_REJECTS,
        VERBOSE);
  }
}
