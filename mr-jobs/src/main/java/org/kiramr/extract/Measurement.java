package org.kiramr.extract;

import java.util.List;
import org.kiramr.catalog.FrameCatalog;
import org.kiramr.catalog.FrameCatalogBuilder;
import org.kiramr.catalog.FrameInfo;
import org.kiramr.sep.ApertureOptions;
import org.kiramr.sep.ApertureSums;
import org.kiramr.sep.Detections;
import org.kiramr.sep.KronRadii;
import org.kiramr.sep.Photometry;
import org.kiramr.sep.SepImage;

/** The photometry of one frame's detections, and all their columns put together. */
final class Measurement {
  private final Photometry photometry;
  private final ExtractParameters parameters;
  private final Detections detections;

  /**
   * @param image the frame, its background subtracted and its noise set
   */
  Measurement(SepImage image, ExtractParameters parameters, Detections detections) {
    this.photometry = Photometry.of(image);
    this.parameters = parameters;
    this.detections = detections;
  }

  FrameCatalog catalog(FrameInfo frame, SkyPositions sky) {
    List<Double> radii = parameters.apertureRadii();
    FrameCatalogBuilder builder = FrameCatalog.builder(frame, radii.size());
    putDetections(builder);
    for (int i = 0; i < radii.size(); i++) {
      putAperture(builder, i + 1, radii.get(i));
    }
    putAuto(builder);
    sky.putInto(builder);
    return builder.build();
  }

  private void putDetections(FrameCatalogBuilder builder) {
    Detections d = detections;
    int[] number = new int[d.size()];
    for (int i = 0; i < number.length; i++) {
      number[i] = i + 1;
    }
    builder.put("number", number).put("x", d.x()).put("y", d.y());
    builder.put("xmin", d.xmin()).put("xmax", d.xmax());
    builder.put("ymin", d.ymin()).put("ymax", d.ymax());
    builder.put("xpeak", d.xpeak()).put("ypeak", d.ypeak());
    builder.put("xcpeak", d.xcpeak()).put("ycpeak", d.ycpeak());
    builder.put("npix", d.npix()).put("tnpix", d.tnpix()).put("thresh", d.thresh());
    builder.put("x2", d.x2()).put("y2", d.y2()).put("xy", d.xy());
    builder.put("errx2", d.errx2()).put("erry2", d.erry2()).put("errxy", d.errxy());
    builder.put("a", d.a()).put("b", d.b()).put("theta", d.theta());
    builder.put("cxx", d.cxx()).put("cyy", d.cyy()).put("cxy", d.cxy());
    builder.put("cflux", d.cflux()).put("flux", d.flux());
    builder.put("cpeak", d.cpeak()).put("peak", d.peak()).put("flag", d.flag());
  }

  private void putAperture(FrameCatalogBuilder builder, int number, double radius) {
    ApertureOptions options = ApertureOptions.DEFAULT.withSubpixels(parameters.apertureSubpixels());
    ApertureSums sums = photometry.circles(detections.x(), detections.y(), radius, options);
    builder.put("flux_aper_" + number, sums.sum());
    builder.put("fluxerr_aper_" + number, sums.sumErr());
    builder.put("flag_aper_" + number, sums.flag());
  }

  private void putAuto(FrameCatalogBuilder builder) {
    KronRadii kron =
        photometry.kronRadii(
            detections.x(),
            detections.y(),
            detections.coefficients(),
            parameters.kronEllipse(),
            ApertureOptions.DEFAULT);
    int size = detections.size();
    KronApertures apertures = new KronApertures(detections.axes(), kron, parameters.kronFactor());
    ApertureSums sums =
        photometry.ellipses(
            detections.x(),
            detections.y(),
            apertures.axes(),
            apertures.scale(),
            ApertureOptions.DEFAULT.withSubpixels(parameters.kronSubpixels()));
    apertures.blankUnmeasurable(sums);
    short[] flag = new short[size];
    for (int i = 0; i < size; i++) {
      flag[i] = (short) (kron.flag()[i] | sums.flag()[i]);
    }
    builder.put("kron_radius", kron.radius());
    builder.put("flux_auto", sums.sum());
    builder.put("fluxerr_auto", sums.sumErr());
    builder.put("flag_auto", flag);
  }
}
