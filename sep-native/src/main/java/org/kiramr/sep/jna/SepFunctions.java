package org.kiramr.sep.jna;

import com.sun.jna.Pointer;

/**
 * The functions of sep.h, directly mapped, under their C names. Registered by {@link SepFacts} once
 * the layout is known.
 *
 * <p>Integer arguments that SEP 1.4 widened to {@code int64_t} (box, filter and kernel sizes,
 * counts, image sizes) are {@code long} here. On x86-64 and aarch64 each travels in a register or a
 * stack slot of its own of eight bytes, of which SEP 1.2 reads the low four, so the same call
 * serves both.
 *
 * <p>What is called for each source takes addresses in place of pointers, which JNA hands on
 * without looking into an object; null is 0.
 */
final class SepFunctions {
  /** SEP_TBYTE. */
  static final int TYPE_BYTE = 11;

  /** SEP_TINT. */
  static final int TYPE_INT = 31;

  /** SEP_TFLOAT. */
  static final int TYPE_FLOAT = 42;

  /** SEP_TDOUBLE. */
  static final int TYPE_DOUBLE = 82;

  private SepFunctions() {}

  static native int sep_background(
      Pointer image, long bw, long bh, long fw, long fh, double fthresh, Pointer bkg);

  static native float sep_bkg_global(Pointer bkg);

  static native float sep_bkg_globalrms(Pointer bkg);

  static native float sep_bkg_pix(Pointer bkg, long x, long y);

  static native int sep_bkg_array(Pointer bkg, Pointer arr, int dtype);

  static native int sep_bkg_rmsarray(Pointer bkg, Pointer arr, int dtype);

  static native int sep_bkg_subarray(Pointer bkg, Pointer arr, int dtype);

  static native void sep_bkg_free(Pointer bkg);

  static native int sep_extract(
      Pointer image,
      float thresh,
      int thresh_type,
      int minarea,
      Pointer conv,
      long convw,
      long convh,
      int filter_type,
      int deblend_nthresh,
      double deblend_cont,
      int clean_flag,
      double clean_param,
      Pointer catalog);

  static native void sep_catalog_free(Pointer catalog);

  static native void sep_set_extract_pixstack(long val);

  static native long sep_get_extract_pixstack();

  static native void sep_set_sub_object_limit(int val);

  static native int sep_get_sub_object_limit();

  static native int sep_sum_circle(
      long image,
      double x,
      double y,
      double r,
      int id,
      int subpix,
      short inflags,
      long sum,
      long sumerr,
      long area,
      long flag);

  static native int sep_sum_circann(
      long image,
      double x,
      double y,
      double rin,
      double rout,
      int id,
      int subpix,
      short inflags,
      long sum,
      long sumerr,
      long area,
      long flag);

  static native int sep_sum_ellipse(
      long image,
      double x,
      double y,
      double a,
      double b,
      double theta,
      double r,
      int id,
      int subpix,
      short inflags,
      long sum,
      long sumerr,
      long area,
      long flag);

  static native int sep_sum_ellipann(
      long image,
      double x,
      double y,
      double a,
      double b,
      double theta,
      double rin,
      double rout,
      int id,
      int subpix,
      short inflags,
      long sum,
      long sumerr,
      long area,
      long flag);

  static native int sep_flux_radius(
      long im,
      double x,
      double y,
      double rmax,
      int id,
      int subpix,
      short inflag,
      long fluxtot,
      long fluxfrac,
      long n,
      long r,
      long flag);

  static native int sep_kron_radius(
      long im,
      double x,
      double y,
      double cxx,
      double cyy,
      double cxy,
      double r,
      int id,
      long kronrad,
      long flag);

  static native int sep_windowed(
      long im,
      double x,
      double y,
      double sig,
      int subpix,
      short inflag,
      long xout,
      long yout,
      long niter,
      long flag);

  static native void sep_set_ellipse(
      Pointer arr,
      long w,
      long h,
      double x,
      double y,
      double cxx,
      double cyy,
      double cxy,
      double r,
      byte val);

  static native int sep_ellipse_axes(
      double cxx, double cyy, double cxy, Pointer a, Pointer b, Pointer theta);

  static native void sep_ellipse_coeffs(
      double a, double b, double theta, Pointer cxx, Pointer cyy, Pointer cxy);

  static native void sep_get_errmsg(int status, Pointer errtext);

  static native void sep_get_errdetail(Pointer errtext);
}
