package org.kiramr.bench.cloud;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kiramr.bench.page.Numbers;
import org.kiramr.bench.record.FrameDetections;
import org.kiramr.bench.record.Session;

/**
 * A sky, and how it is known.
 *
 * @param origin in words: measured on what, or assumed
 */
record KnownSky(Sky sky, String origin) {

  /** That of the session of a data set that tells of the most frames, else the assumed one. */
  static KnownSky of(List<Session> sessions, String dataSet, Assumptions assumptions) {
    Optional<FrameDetections> measured =
        sessions.stream()
            .filter(session -> session.dataSet().equals(dataSet))
            .map(Session::frameDetections)
            .filter(detections -> detections != null && detections.mean() > 0)
            .max(Comparator.comparingInt(FrameDetections::frames));
    return measured
        .map(detections -> new KnownSky(assumptions.sky(detections), words(detections, dataSet)))
        .orElseGet(
            () ->
                new KnownSky(
                    assumptions.sky(),
                    "assumed to be log-normal (skewSigma): no session of "
                        + dataSet
                        + " tells the detections of its frames"));
  }

  private static String words(FrameDetections detections, String dataSet) {
    return "measured on "
        + detections.frames()
        + " frames of "
        + dataSet
        + ": median "
        + count(detections.quantile(0.5))
        + " detections a frame, nine of ten between "
        + count(detections.quantile(0.05))
        + " and "
        + count(detections.quantile(0.95))
        + ", at most "
        + count(detections.quantile(1));
  }

  private static String count(double detections) {
    return Numbers.format("%.0f", detections);
  }
}
