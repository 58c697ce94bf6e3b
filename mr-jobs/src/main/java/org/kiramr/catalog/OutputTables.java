package org.kiramr.catalog;

import static org.kiramr.catalog.ColumnType.FLOAT32;
import static org.kiramr.catalog.ColumnType.FLOAT64;
import static org.kiramr.catalog.ColumnType.INT16;
import static org.kiramr.catalog.ColumnType.INT32;
import static org.kiramr.catalog.ColumnType.INT64;
import static org.kiramr.catalog.ColumnType.STRING;

import java.util.List;
import org.kiramr.fits.CompanionSummary;
import org.kiramr.fits.FileSummary;
import org.kiramr.fits.Reject;

/**
 * The tables beside the catalogue: frames, fields, rejects and files, and how their rows are made.
 */
public final class OutputTables {
  /** One row a frame. */
  public static final TableSchema FRAMES =
      new TableSchema(
          "frames",
          List.of(
              Column.of("field", STRING, "", "patch of sky"),
              Column.of("band", STRING, "", "filter"),
              Column.of("image", STRING, "", CatalogSchema.IMAGE),
              Column.of("hdu", INT32, "", "HDU in the file, counted from 0"),
              Column.of("width", INT32, "pix", "pixels along x (NAXIS1)"),
              Column.of("height", INT32, "pix", "pixels along y (NAXIS2)"),
              Column.of("bitpix", INT32, "", "type of the stored pixels (BITPIX)"),
              Column.of("masked", INT32, "", "number of masked pixels: BLANK, NaN, infinite, bad"),
              Column.of("background", FLOAT32, "", "global background, image units"),
              Column.of("rms", FLOAT32, "", "global RMS of the background, image units"),
              Column.of("detections", INT32, "", "rows in the catalogue"),
              Column.of("flags", INT16, "", "all flags of the frame's detections, joined by or"),
              Column.of("pixel_stack", INT32, "", "SEP's pixel stack that it took"),
              Column.of("sub_objects", INT32, "", "SEP's sub-object limit that it took"),
              Column.of("radesys", STRING, "", "reference frame of ra and dec (RADESYS)"),
              Column.of("equinox", FLOAT64, "yr", "equinox of ra and dec (EQUINOX)"),
              Column.of("wcs", STRING, "", "why ra and dec are missing, or how they were had")));

  /** One row a field. */
  public static final TableSchema FIELDS =
      new TableSchema(
          "fields",
          List.of(
              Column.of("field", STRING, "", "patch of sky"),
              Column.of("bands", STRING, "", "bands of its frames, joined by +"),
              Column.of("frames", INT32, "", "frames in the catalogue"),
              Column.of("rejects", INT32, "", "rejects that belong to the field"),
              Column.of("detections", INT64, "", "rows in the catalogue"),
              Column.of("sha256", STRING, "", "SHA-256 of the field's rows in the catalogue")));

  /** One row a reject. */
  public static final TableSchema REJECTS =
      new TableSchema(
          "rejects",
          List.of(
              Column.of("image", STRING, "", CatalogSchema.IMAGE),
              Column.of("hdu", INT32, "", "HDU in the file, counted from 0; -1 is the whole file"),
              Column.of("field", STRING, "", "patch of sky, as far as known"),
              Column.of("stage", STRING, "", "how far the input came"),
              Column.of("code", STRING, "", "why, for programs"),
              Column.of("reason", STRING, "", "why, in words")));

  /** One row an input file. */
  public static final TableSchema FILES =
      new TableSchema(
          "files",
          List.of(
              Column.of("image", STRING, "", "file, relative to the input that named it"),
              Column.of("path", STRING, "", "the whole path"),
              Column.of("bytes", INT64, "byte", "length as stored"),
              Column.of("crc32", INT64, "", "CRC-32 of these bytes"),
              Column.of("frames", INT32, "", "frames in the file"),
              Column.of("rejects", INT32, "", "rejects while reading the file"),
              Column.of("hdus_ignored", INT32, "", "HDUs that are not frames, or not chosen"),
              Column.of("mask", STRING, "", "file of the masks, beside the file"),
              Column.of("mask_bytes", INT64, "byte", "its length as stored"),
              Column.of("mask_crc32", INT64, "", "CRC-32 of these bytes"),
              Column.of("noise", STRING, "", "file of the maps of noise, beside the file"),
              Column.of("noise_bytes", INT64, "byte", "its length as stored"),
              Column.of("noise_crc32", INT64, "", "CRC-32 of these bytes")));

  private OutputTables() {}

  /** The row of a frame in {@link #FRAMES}. */
  public static Object[] row(FrameCatalog catalog) {
    FrameInfo frame = catalog.frame();
    return new Object[] {
      frame.field(),
      frame.band(),
      frame.image(),
      frame.hdu(),
      frame.width(),
      frame.height(),
      frame.bitpix(),
      frame.masked(),
      frame.backgroundMean(),
      frame.backgroundRms(),
      catalog.rows(),
      catalog.flags(),
      frame.pixelStack(),
      frame.subObjects(),
      frame.sky().radesys(),
      frame.sky().equinox(),
      frame.sky().note()
    };
  }

  /** The row of a field in {@link #FIELDS}. */
  public static Object[] row(FieldRow field) {
    return new Object[] {
      field.field(),
      field.bands(),
      field.frames(),
      field.rejects(),
      field.detections(),
      field.sha256()
    };
  }

  /** The row of a reject in {@link #REJECTS}. */
  public static Object[] row(Reject reject) {
    return new Object[] {
      reject.image(),
      reject.hdu(),
      reject.field(),
      reject.stage().name(),
      reject.code().name(),
      reject.reason()
    };
  }

  /** The row of a file in {@link #FILES}. */
  public static Object[] row(FileSummary file) {
    CompanionSummary mask = file.mask();
    CompanionSummary noise = file.noise();
    return new Object[] {
      file.image(),
      file.path(),
      file.bytes(),
      file.crc32(),
      file.frames(),
      file.rejects(),
      file.hdusIgnored(),
      mask == null ? null : mask.name(),
      mask == null ? null : mask.bytes(),
      mask == null ? null : mask.crc32(),
      noise == null ? null : noise.name(),
      noise == null ? null : noise.bytes(),
      noise == null ? null : noise.crc32()
    };
  }
}
