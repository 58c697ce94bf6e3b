package org.kiramr.sep.jna;

/**
 * Where the fields of SEP's structs lie, for each layout known (sep.h of SEP 1.2.1 and of SEP
 * 1.4.1, LP64).
 *
 * <p>The fields before {@code w} are the same in both; SEP 1.4 puts three fields in between and
 * widens {@code w}, {@code h} and every integer array of the catalogue from {@code int} to {@code
 * int64_t}.
 */
public enum StructLayout {
  /** SEP 1.2: {@code int} sizes and indices. */
  V1_2(false, 48, 52, 56, 64, 72, 80, 88),
  /** SEP 1.4: {@code int64_t} sizes and indices. */
  V1_4(true, 72, 80, 88, 96, 104, 112, 120);

  static final int IMAGE_DATA = 0;
  static final int IMAGE_NOISE = 8;
  static final int IMAGE_MASK = 16;
  static final int IMAGE_SEGMAP = 24;
  static final int IMAGE_DTYPE = 32;
  static final int IMAGE_NDTYPE = 36;
  static final int IMAGE_MDTYPE = 40;
  static final int IMAGE_SDTYPE = 44;

  /** {@code nobj} of a sep_catalog; an {@code int} in both layouts. */
  static final int CATALOG_NOBJ = 0;

  /** The first of the catalogue's array pointers, in the order of {@link CatalogColumn}. */
  static final int CATALOG_POINTERS = 8;

  final boolean wide;
  final int imageWidth;
  final int imageHeight;
  final int imageNoiseValue;
  final int imageNoiseType;
  final int imageGain;
  final int imageMaskThreshold;
  final int imageSize;

  StructLayout(
      boolean wide,
      int imageWidth,
      int imageHeight,
      int imageNoiseValue,
      int imageNoiseType,
      int imageGain,
      int imageMaskThreshold,
      int imageSize) {
    this.wide = wide;
    this.imageWidth = imageWidth;
    this.imageHeight = imageHeight;
    this.imageNoiseValue = imageNoiseValue;
    this.imageNoiseType = imageNoiseType;
    this.imageGain = imageGain;
    this.imageMaskThreshold = imageMaskThreshold;
    this.imageSize = imageSize;
  }
}
