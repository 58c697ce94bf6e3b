package org.kiramr.jobs.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.kiramr.jobs.simulate.TruthSources.Entry;

/**
 * Holds what an extraction found against what there is.
 *
 * <p>Signal-to-noise is that of the flux in a circle of radius 5 px, in which the truth is known
 * for every shape; the error is that of photon and read noise, which leaves out the error of the
 * background map.
 *
 * <p><b>Completeness</b> is asked of the sources without any {@link TruthFlags}: isolated,
 * undamaged and off the edges. Such a source is found if a detection is within 0.5 px of it; its
 * flux in the circle is compared with the truth.
 *
 * <p><b>Reliability</b> is asked of all detections, by their measured signal-to-noise: one is real
 * if any source of true signal-to-noise 1.5 or more is within 2 px. At SDSS's depth less than one
 * in a hundred places has such a source by chance.
 *
 * <p>Not thread-safe.
 */
public final class TruthComparison {
  private static final double FOUND_DISTANCE = 0.5;
  private static final double REAL_DISTANCE = 2;
  private static final double REAL_SIGNAL_TO_NOISE = 1.5;
  private static final double[] BINS = {5, 10, 20, 50, 100, Double.POSITIVE_INFINITY};

  /** An isolated source; distance and deviation are NaN if it was not found. */
  private record Outcome(double signalToNoise, double distance, double deviation) {
    boolean found() {
      return !Double.isNaN(distance);
    }
  }

  private record Claim(double signalToNoise, boolean real) {}

  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();

  /**
   * Adds a frame. The arrays have one value a detection.
   *
   * @param truth of the frame's field and band
   * @param x px, counted from 0
   * @param y px, counted from 0
   * @param flux in a circle of radius 5 px, image units
   * @param fluxError its error in the catalogue, image units
   */
  public void add(TruthSources truth, double[] x, double[] y, double[] flux, double[] fluxError) {
    NearestPoint detections = new NearestPoint(x, y);
    for (Entry entry : truth.entries()) {
      if (entry.flags() == 0) {
        int i = detections.find(entry.x(), entry.y(), FOUND_DISTANCE);
        outcomes.add(
            i < 0
                ? new Outcome(entry.signalToNoise(), Double.NaN, Double.NaN)
                : new Outcome(
                    entry.signalToNoise(),
                    Math.hypot(x[i] - entry.x(), y[i] - entry.y()),
                    (flux[i] - entry.circleFlux()) / entry.circleError()));
      }
    }
    List<Entry> visible =
        truth.entries().stream()
            .filter(entry -> entry.signalToNoise() >= REAL_SIGNAL_TO_NOISE)
            .toList();
    NearestPoint sources =
        new NearestPoint(
            visible.stream().mapToDouble(Entry::x).toArray(),
            visible.stream().mapToDouble(Entry::y).toArray());
    for (int i = 0; i < x.length; i++) {
      claims.add(new Claim(flux[i] / fluxError[i], sources.find(x[i], y[i], REAL_DISTANCE) >= 0));
    }
  }

  /** How many isolated sources there are from a true signal-to-noise on. */
  public int isolated(double fromSignalToNoise) {
    return outcomes(fromSignalToNoise, Double.POSITIVE_INFINITY).size();
  }

  /** The part of the isolated sources that was found, 0 to 1; NaN if there are none. */
  public double completeness(double fromSignalToNoise) {
    return completeness(outcomes(fromSignalToNoise, Double.POSITIVE_INFINITY));
  }

  /** The part of the found isolated sources whose flux is within that many errors of the truth. */
  public double fluxWithin(double errors, double fromSignalToNoise) {
    return fluxWithin(errors, outcomes(fromSignalToNoise, Double.POSITIVE_INFINITY));
  }

  /** Median of the flux's deviation from the truth, in errors. */
  public double fluxBias(double fromSignalToNoise) {
    return median(outcomes(fromSignalToNoise, Double.POSITIVE_INFINITY), Outcome::deviation);
  }

  /** The part of the detections that are real, 0 to 1, from a measured signal-to-noise on. */
  public double reliability(double fromSignalToNoise) {
    return reliability(claims(fromSignalToNoise, Double.POSITIVE_INFINITY));
  }

  /**
   * A small table for people: a line for each range of signal-to-noise, the last for all above 20.
   */
  public String table() {
    StringBuilder text = new StringBuilder();
    text.append(
        "              isolated sources                          flux in 5 px     detections\n");
    text.append(
        "      S/N   there  found      %  offset px  bias sigma  <3 sigma %     all  real %\n");
    for (int i = 0; i + 1 < BINS.length; i++) {
      append(text, BINS[i], BINS[i + 1]);
    }
    append(text, 20, Double.POSITIVE_INFINITY);
    return text.toString();
  }

  private void append(StringBuilder text, double from, double to) {
    List<Outcome> inBin = outcomes(from, to);
    List<Claim> claimed = claims(from, to);
    String range =
        Double.isInfinite(to)
            ? String.format(Locale.ROOT, "> %.0f", from)
            : String.format(Locale.ROOT, "%.0f - %.0f", from, to);
    text.append(
            String.format(
                Locale.ROOT,
                "%9s %7d %6d %6.2f %10.3f %11.2f %11.2f %7d %7.2f",
                range,
                inBin.size(),
                inBin.stream().filter(Outcome::found).count(),
                100 * completeness(inBin),
                median(inBin, Outcome::distance),
                median(inBin, Outcome::deviation),
                100 * fluxWithin(3, inBin),
                claimed.size(),
                100 * reliability(claimed)))
        .append('\n');
  }

  private List<Outcome> outcomes(double from, double to) {
    return outcomes.stream()
        .filter(outcome -> outcome.signalToNoise() >= from && outcome.signalToNoise() < to)
        .toList();
  }

  private List<Claim> claims(double from, double to) {
    return claims.stream()
        .filter(claim -> claim.signalToNoise() >= from && claim.signalToNoise() < to)
        .toList();
  }

  private static double completeness(List<Outcome> some) {
    return (double) some.stream().filter(Outcome::found).count() / some.size();
  }

  private static double fluxWithin(double errors, List<Outcome> some) {
    long found = some.stream().filter(Outcome::found).count();
    return (double) some.stream().filter(o -> Math.abs(o.deviation()) <= errors).count() / found;
  }

  private static double reliability(List<Claim> some) {
    return (double) some.stream().filter(Claim::real).count() / some.size();
  }

  private static double median(List<Outcome> some, ToDoubleFunction<Outcome> value) {
    double[] values = some.stream().filter(Outcome::found).mapToDouble(value).toArray();
    if (values.length == 0) {
      return Double.NaN;
    }
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
  }
}
