package org.kiramr.extract;

import org.kiramr.catalog.FrameCatalogBuilder;
import org.kiramr.catalog.SkyInfo;
import org.kiramr.fits.Frame;
import org.kiramr.sep.Detections;
import org.kiramr.wcs.CelestialWcs;
import org.kiramr.wcs.SkyCoordinates;
import org.kiramr.wcs.WcsInfo;

/**
 * Where on the sky a frame's detections are, after the WCS of the frame's own header. What is
 * missing is NaN, with a note: no header costs a frame.
 */
final class SkyPositions {
  private final SkyCoordinates coordinates;

  private SkyPositions(SkyCoordinates coordinates) {
    this.coordinates = coordinates;
  }

  static SkyPositions of(Frame frame, Detections detections, StageTimes times) {
    long start = System.nanoTime();
    SkyCoordinates coordinates =
        CelestialWcs.read(frame.headerBlocks()).toSky(detections.x(), detections.y());
    times.addSky(System.nanoTime() - start);
    return new SkyPositions(coordinates);
  }

  SkyInfo info() {
    WcsInfo info = coordinates.info();
    return new SkyInfo(info.radesys(), info.equinox(), info.note());
  }

  void putInto(FrameCatalogBuilder builder) {
    builder.put("ra", coordinates.longitude()).put("dec", coordinates.latitude());
  }
}
