package org.kiramr.sep.jna;

/** SEP's process-wide limits. Not synchronised: SEP 1.2 keeps them in plain variables. */
public final class NativeLimits {
  private NativeLimits() {}

  public static long pixelStack() {
    return SepFunctions.sep_get_extract_pixstack();
  }

  public static void setPixelStack(long pixels) {
    SepFunctions.sep_set_extract_pixstack(pixels);
  }

  public static int subObjectLimit() {
    return SepFunctions.sep_get_sub_object_limit();
  }

  public static void setSubObjectLimit(int objects) {
    SepFunctions.sep_set_sub_object_limit(objects);
  }
}
