package org.kiramr.jobs.quickstart;

import java.io.IOException;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.kiramr.catalog.CatalogSchema;
import org.kiramr.catalog.EcsvReader;
import org.kiramr.jobs.run.TableParts;

/** A look into a catalogue: some columns of its first rows. */
final class FirstRows {
  private FirstRows() {}

  /**
   * Lays out the first rows as text.
   *
   * @param catalogue output of {@code extract}
   */
  static String of(Path catalogue, int rows, Configuration conf) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%-14s %4s %6s %9s %9s %11s %11s %6s%n",
            "field", "band", "number", "x", "y", "flux_auto", "fluxerr", "flag"));
    Path table = new Path(catalogue, CatalogSchema.NAME);
    int[] left = {rows};
    TableParts.forEach(
        table,
        conf,
        row -> {
          if (left[0]-- > 0) {
            text.append(row(row));
          }
        });
    return text.toString();
  }

  private static String row(EcsvReader reader) throws IOException {
    return String.format(
        Locale.ROOT,
        "%-14s %4s %6d %9.2f %9.2f %11.1f %11.1f %6d%n",
        reader.getString("field"),
        reader.getString("band"),
        reader.getInt("number"),
        reader.getDouble("x"),
        reader.getDouble("y"),
        reader.getDouble("flux_auto"),
        reader.getDouble("fluxerr_auto"),
        reader.getInt("flag"));
  }
}
