package org.kiramr.jobs.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.kiramr.catalog.EcsvReader;

/** The sources of a field in one band, as its truth table tells them. Immutable. */
public final class TruthSources {
  /**
   * A source.
   *
   * @param x px, counted from 0
   * @param y px, counted from 0
   * @param signalToNoise of the flux in a circle of radius 5 px
   * @param circleFlux expected in a circle of radius 5 px, image units
   * @param circleError standard error of a measurement of it, image units
   * @param flags bits of {@link TruthFlags}
   */
  record Entry(
      double x, double y, double signalToNoise, double circleFlux, double circleError, int flags) {}

  private final List<Entry> entries;

  private TruthSources(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Reads a truth table and closes the stream.
   *
   * @param band letter
   * @throws IOException if it is no truth table with that band
   */
  public static TruthSources read(InputStream in, String band) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (EcsvReader reader = new EcsvReader(in)) {
      if (reader.schema().columns().stream().noneMatch(c -> c.name().equals("snr_" + band))) {
        throw new IOException("no truth of band " + band + " in table " + reader.schema().name());
      }
      while (reader.next()) {
        entries.add(
            new Entry(
                reader.getDouble("x"),
                reader.getDouble("y"),
                reader.getDouble("snr_" + band),
                reader.getDouble("flux_circle_" + band),
                reader.getDouble("fluxerr_circle_" + band),
                reader.getInt("flags_" + band)));
      }
    }
    return new TruthSources(entries);
  }

  List<Entry> entries() {
    return entries;
  }
}
