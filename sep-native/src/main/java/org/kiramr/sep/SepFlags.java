package org.kiramr.sep;

/** The bits of SEP's flags, as in sep.h. Those of extraction and of photometry do not overlap. */
public final class SepFlags {
  /** Extraction: the source is the result of deblending. */
  public static final short OBJECT_MERGED = 0x0001;

  /** Extraction: the source touches the edge of the image. */
  public static final short OBJECT_TRUNCATED = 0x0002;

  /** Extraction: x and y are fully correlated. */
  public static final short OBJECT_SINGULAR = 0x0008;

  /** Photometry: the aperture goes beyond the edge of the image. */
  public static final short APERTURE_TRUNCATED = 0x0010;

  /** Photometry: the aperture has masked pixels. */
  public static final short APERTURE_HAS_MASKED = 0x0020;

  /** Photometry: all pixels of the aperture are masked. */
  public static final short APERTURE_ALL_MASKED = 0x0040;

  /** Photometry: the Kron radius is 0, for a sum in it is not positive. */
  public static final short APERTURE_NON_POSITIVE = 0x0080;

  private SepFlags() {}
}
