package org.kiramr.fits;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the plane of a cube is named: by the path of its file with the HDU and the section behind it,
 * as CFITSIO takes it for a file's name: {@code dir/cube.fits[0][*,*,3:3]}.
 *
 * <p>A frame is known by field, band, image and HDU, and so are its rows and rejects. The planes of
 * a cube share all of these but the image, so that is where they differ. The name is good as it is:
 * what reads files through CFITSIO (ds9, fv, fitscopy, Python's fitsio) opens that very plane.
 */
public final class PlaneName {
  private static final Pattern SECTION = Pattern.compile("\\[[0-9]+](\\[\\*,\\*(?:,[0-9:]+)+])$");

  private PlaneName() {}

  /** The name of a plane: {@code image[hdu]section}. */
  static String of(String image, int hdu, String section) {
    return image + "[" + hdu + "]" + section;
  }

  /** The section of a plane's name, e.g. {@code [*,*,3:3]}; empty for an image that is none. */
  public static String section(String image) {
    Matcher matcher = SECTION.matcher(image);
    return matcher.find() ? matcher.group(1) : "";
  }

  /** The image that a plane is of; the name itself for an image that is none. */
  public static String file(String image) {
    return SECTION.matcher(image).replaceFirst("");
  }
}
