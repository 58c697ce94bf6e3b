package org.kiramr.catalog;

import static org.kiramr.catalog.ColumnType.FLOAT32;
import static org.kiramr.catalog.ColumnType.FLOAT64;
import static org.kiramr.catalog.ColumnType.INT16;
import static org.kiramr.catalog.ColumnType.INT32;
import static org.kiramr.catalog.ColumnType.STRING;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of the catalogue: one row a detection. Names and meanings are SEP's. Positions are in
 * pixels counted from 0, so that 0,0 is the centre of the first pixel; SExtractor and FITS count
 * from 1. Fluxes and peaks are in the image's own unit, and so have none here.
 */
public final class CatalogSchema {
  /** The table's name. */
  public static final String NAME = "catalog";

  /** How many columns identify the frame; they stand first. */
  static final int IDENTITY_COLUMNS = 4;

  /** What the column {@code image} is, in every table of frames. */
  static final String IMAGE =
      "file, relative to the input that named it; a plane of a cube has [hdu][section] after it";

  private static final String PIX = "pix";
  private static final String PIX2 = "pix**2";
  private static final String PER_PIX2 = "pix**-2";

  private static final List<Column> IDENTITY =
      List.of(
          Column.of("field", STRING, "", "patch of sky; the frames of a field differ by band"),
          Column.of("band", STRING, "", "filter"),
          Column.of("image", STRING, "", IMAGE),
          Column.of("hdu", INT32, "", "HDU in the file, counted from 0"));

  private static final List<Column> DETECTION =
      List.of(
          column("number", INT32, "", "NUMBER", "detection in its frame, counted from 1"),
          column("x", FLOAT64, PIX, "X_IMAGE", "barycentre along x, counted from 0"),
          column("y", FLOAT64, PIX, "Y_IMAGE", "barycentre along y, counted from 0"),
          column("xmin", INT32, PIX, "XMIN_IMAGE", "smallest x among the detected pixels"),
          column("xmax", INT32, PIX, "XMAX_IMAGE", "largest x among the detected pixels"),
          column("ymin", INT32, PIX, "YMIN_IMAGE", "smallest y among the detected pixels"),
          column("ymax", INT32, PIX, "YMAX_IMAGE", "largest y among the detected pixels"),
          column("xpeak", INT32, PIX, "XPEAK_IMAGE", "x of the brightest pixel"),
          column("ypeak", INT32, PIX, "YPEAK_IMAGE", "y of the brightest pixel"),
          column("xcpeak", INT32, PIX, "", "x of the brightest pixel after filtering"),
          column("ycpeak", INT32, PIX, "", "y of the brightest pixel after filtering"),
          column("npix", INT32, PIX2, "ISOAREAF_IMAGE", "number of pixels of the detection"),
          column("tnpix", INT32, PIX2, "", "number of those above the threshold before filtering"),
          column("thresh", FLOAT32, "", "THRESHOLD", "threshold, image units"),
          column("x2", FLOAT64, PIX2, "X2_IMAGE", "variance along x"),
          column("y2", FLOAT64, PIX2, "Y2_IMAGE", "variance along y"),
          column("xy", FLOAT64, PIX2, "XY_IMAGE", "covariance of x and y"),
          column("errx2", FLOAT64, PIX2, "ERRX2_IMAGE", "variance of the barycentre along x"),
          column("erry2", FLOAT64, PIX2, "ERRY2_IMAGE", "variance of the barycentre along y"),
          column("errxy", FLOAT64, PIX2, "ERRXY_IMAGE", "covariance of the barycentre"),
          column("a", FLOAT32, PIX, "A_IMAGE", "RMS along the major axis"),
          column("b", FLOAT32, PIX, "B_IMAGE", "RMS along the minor axis"),
          column(
              "theta",
              FLOAT32,
              "rad",
              "THETA_IMAGE",
              "major axis, counter-clockwise from +x (SExtractor: in degrees)"),
          column("cxx", FLOAT32, PER_PIX2, "CXX_IMAGE", "ellipse coefficient of x**2"),
          column("cyy", FLOAT32, PER_PIX2, "CYY_IMAGE", "ellipse coefficient of y**2"),
          column("cxy", FLOAT32, PER_PIX2, "CXY_IMAGE", "ellipse coefficient of x*y"),
          column(
              "cflux", FLOAT32, "", "", "sum of the detected pixels after filtering, image units"),
          column("flux", FLOAT32, "", "FLUX_ISO", "sum of the detected pixels, image units"),
          column("cpeak", FLOAT32, "", "", "highest value after filtering, image units"),
          column("peak", FLOAT32, "", "FLUX_MAX", "highest value, image units"),
          column("flag", INT16, "", "FLAGS", "flags of the extraction, SEP's bits"));

  private static final List<Column> AUTO =
      List.of(
          column(
              "kron_radius",
              FLOAT64,
              "",
              "KRON_RADIUS",
              "Kron radius in units of a and b (SExtractor: times the Kron factor)"),
          column("flux_auto", FLOAT64, "", "FLUX_AUTO", "flux in the Kron ellipse, image units"),
          column("fluxerr_auto", FLOAT64, "", "FLUXERR_AUTO", "its error, image units"),
          column("flag_auto", INT16, "", "", "flags of the Kron radius and flux, SEP's bits"));

  private static final List<Column> SKY =
      List.of(
          column(
              "ra",
              FLOAT64,
              "deg",
              "ALPHA_SKY",
              "longitude of x,y in the frame's own celestial system; null without a WCS"),
          column(
              "dec",
              FLOAT64,
              "deg",
              "DELTA_SKY",
              "latitude of x,y in the frame's own celestial system; null without a WCS"));

  private CatalogSchema() {}

  /**
   * The catalogue's columns.
   *
   * @param radii of the circular apertures, in pixels; one set of columns each
   */
  public static TableSchema of(double... radii) {
    List<Column> columns = new ArrayList<>(IDENTITY);
    columns.addAll(DETECTION);
    for (int i = 0; i < radii.length; i++) {
      columns.addAll(aperture(i + 1, "circle of radius " + Numbers.text(radii[i]) + " pix"));
    }
    columns.addAll(AUTO);
    columns.addAll(SKY);
    return new TableSchema(NAME, columns);
  }

  /** The columns after those that identify the frame, for that many circular apertures. */
  static List<Column> numericColumns(int apertures) {
    List<Column> columns = of(new double[apertures]).columns();
    return columns.subList(IDENTITY_COLUMNS, columns.size());
  }

  /** Whether a value that is not a number is a missing one: an empty field, not {@code nan}. */
  static boolean isNullable(Column column) {
    return SKY.contains(column);
  }

  private static List<Column> aperture(int n, String where) {
    return List.of(
        column("flux_aper_" + n, FLOAT64, "", "FLUX_APER", "flux in a " + where + ", image units"),
        column("fluxerr_aper_" + n, FLOAT64, "", "FLUXERR_APER", "its error, image units"),
        column("flag_aper_" + n, INT16, "", "", "flags of the flux in the circle, SEP's bits"));
  }

  private static Column column(
      String name, ColumnType type, String unit, String sextractorName, String description) {
    return new Column(name, type, unit, description, sextractorName);
  }
}
