package org.kiramr.jobs.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nom.tam.fits.FitsException;
import nom.tam.fits.Header;
import nom.tam.fits.ImageData;
import nom.tam.fits.ImageHDU;
import nom.tam.util.FitsOutputStream;

/**
 * A frame as a FITS file with the cards that SDSS's frames have, and the simulation's own numbers.
 */
final class FrameFile {
  /** Time between two rows of the scan, microseconds; SDSS's. */
  private static final long MICROSECONDS_PER_ROW = 26_322;

  private static final double EXPOSURE_SECONDS = 53.907456;
  private static final double CAMCOL_STEP_DEG = 0.42;
  private static final LocalDateTime FIRST_NIGHT = LocalDateTime.of(1998, 9, 19, 2, 0);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

  private FrameFile() {}

  /**
   * Writes the file; the stream stays open.
   *
   * @param pixels as {@link FrameRenderer} makes them
   */
  static void write(
      OutputStream out,
      SimulateParameters parameters,
      SkyField field,
      SdssBand band,
      short[][] pixels)
      throws IOException {
    try {
      ImageHDU hdu = new ImageData(pixels).toHDU();
      Header header = hdu.getHeader();
      // the library puts the time of writing there; the same sky must be the same bytes
      header.findCard("SIMPLE").setComment("FITS standard");
      header.addValue("BZERO", FrameRenderer.ZERO, "unsigned 16 bit");
      header.addValue("BSCALE", 1, "");
      header.addValue("BUNIT", "adu", "");
      header.addValue("ORIGIN", "Kira-MR simulate", "not the sky");
      identity(header, parameters, field, band);
      header.addValue("SOFTBIAS", FrameRenderer.SOFT_BIAS, "[adu] added to all pixels");
      header.addValue("GAIN", band.gain(), "[electron/adu]");
      header.addValue("RDNOISE", band.readNoise(), "[electron] read noise");
      header.addValue("SEEING", parameters.seeing() * band.seeingFactor(), "[arcsec] FWHM");
      header.addValue("SKYLEVEL", band.sky(), 6, "[adu] mean sky, above SOFTBIAS");
      header.addValue("MAGZERO", band.zeroPoint(), "[mag] of 1 adu in the exposure");
      header.addValue("SEED", parameters.seed(), "of the simulation");
      wcs(header, parameters, field);
      FitsOutputStream fits = new FitsOutputStream(out);
      hdu.write(fits);
      fits.flush();
    } catch (FitsException e) {
      throw new IOException("cannot write " + field.path(band) + ": " + e.getMessage(), e);
    }
  }

  private static void identity(
      Header header, SimulateParameters parameters, SkyField field, SdssBand band)
      throws FitsException {
    header.addValue("RUN", field.run(), "run number");
    header.addValue("CAMCOL", field.camcol(), "column in the camera");
    header.addValue("FRAME", field.frame(), "frame in the run");
    header.addValue("FILTER", band.letter(), "");
    LocalDateTime start =
        FIRST_NIGHT
            .plusDays(field.run())
            .plusNanos(1000 * MICROSECONDS_PER_ROW * parameters.firstRow(field));
    header.addValue("DATE-OBS", DATE.format(start), "of row 0");
    header.addValue("TIMESYS", "TAI", "");
    header.addValue("EXPTIME", EXPOSURE_SECONDS, "[s]");
  }

  /**
   * The strip runs east along a parallel near the equator: rows count right ascension, columns
   * declination. At less than 1.1 degrees of declination, neighbours agree within a tenth of a
   * pixel in the rows they share.
   */
  private static void wcs(Header header, SimulateParameters parameters, SkyField field)
      throws FitsException {
    double degrees = SkyField.PIXEL_ARCSEC / 3600;
    double dec = (field.camcol() - 3.5) * CAMCOL_STEP_DEG;
    double middle = parameters.firstRow(field) + 0.5 * (parameters.size().height() - 1);
    double east = middle * degrees / StrictMath.cos(StrictMath.toRadians(dec));
    double ra = (10.0 * field.run() + east) % 360;
    header.addValue("RADESYS", "ICRS", "");
    header.addValue("EQUINOX", 2000.0, "");
    header.addValue("CTYPE1", "RA---TAN", "");
    header.addValue("CTYPE2", "DEC--TAN", "");
    header.addValue("CUNIT1", "deg", "");
    header.addValue("CUNIT2", "deg", "");
    header.addValue("CRPIX1", 0.5 * (parameters.size().width() + 1), "");
    header.addValue("CRPIX2", 0.5 * (parameters.size().height() + 1), "");
    header.addValue("CRVAL1", ra, "");
    header.addValue("CRVAL2", dec, "");
    header.addValue("CD1_1", 0.0, "");
    header.addValue("CD1_2", degrees, "");
    header.addValue("CD2_1", degrees, "");
    header.addValue("CD2_2", 0.0, "");
  }
}
