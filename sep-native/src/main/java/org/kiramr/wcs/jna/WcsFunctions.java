package org.kiramr.wcs.jna;

import com.sun.jna.Pointer;

/**
 * The functions of wcshdr.h, wcsfix.h and wcs.h, directly mapped, under their C names. A wcsprm is
 * only ever handled by its address.
 */
final class WcsFunctions {
  /** WCSHDR_all: every informal extension of the standard that wcspih knows. */
  static final int RELAX_ALL = 0x000F_FFFF;

  /** Value of wcspih's ctrl: nothing is reported. */
  static final int SILENT = 0;

  /** The status of wcsp2s when some pixels have no coordinates; its stat says which. */
  static final int BAD_PIX = 8;

  private WcsFunctions() {}

  static native Pointer wcslib_version(Pointer vers);

  static native int wcspih(
      Pointer header, int nkeyrec, int relax, int ctrl, Pointer nreject, Pointer nwcs, Pointer wcs);

  static native int unitfix(int ctrl, Pointer wcs);

  static native int wcsset(Pointer wcs);

  static native int wcsp2s(
      Pointer wcs,
      int ncoord,
      int nelem,
      Pointer pixcrd,
      Pointer imgcrd,
      Pointer phi,
      Pointer theta,
      Pointer world,
      Pointer stat);

  static native int wcsvfree(Pointer nwcs, Pointer wcs);
}
