package org.kiramr.sep.jna;

/**
 * The arrays of a sep_catalog, by their C names and in the order of sep.h, the same in both
 * layouts.
 */
public enum CatalogColumn {
  THRESH(0),
  NPIX(1),
  TNPIX(2),
  XMIN(3),
  XMAX(4),
  YMIN(5),
  YMAX(6),
  X(7),
  Y(8),
  X2(9),
  Y2(10),
  XY(11),
  ERRX2(12),
  ERRY2(13),
  ERRXY(14),
  A(15),
  B(16),
  THETA(17),
  CXX(18),
  CYY(19),
  CXY(20),
  CFLUX(21),
  FLUX(22),
  CPEAK(23),
  PEAK(24),
  XCPEAK(25),
  YCPEAK(26),
  XPEAK(27),
  YPEAK(28),
  FLAG(29),
  PIX(30);

  private final int offset;

  CatalogColumn(int position) {
    this.offset = StructLayout.CATALOG_POINTERS + position * Long.BYTES;
  }

  /** Byte offset of the pointer to this array in the struct. */
  int offset() {
    return offset;
  }
}
