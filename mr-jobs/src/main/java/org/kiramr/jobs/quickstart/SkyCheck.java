package org.kiramr.jobs.quickstart;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.kiramr.catalog.CatalogSchema;
import org.kiramr.jobs.run.TableParts;
import org.kiramr.jobs.simulate.TruthComparison;
import org.kiramr.jobs.simulate.TruthSources;

/** Holds the catalogue of a simulated sky against the truth that the sky was made from. */
public final class SkyCheck {
  /** The detections of one frame, as the comparison wants them. */
  private static final class Found {
    private final List<double[]> rows = new ArrayList<>();

    private double[] column(int index) {
      return rows.stream().mapToDouble(row -> row[index]).toArray();
    }
  }

  private record Frame(String field, String band) implements Comparable<Frame> {
    @Override
    public int compareTo(Frame other) {
      int order = field.compareTo(other.field);
      return order != 0 ? order : band.compareTo(other.band);
    }
  }

  private SkyCheck() {}

  /**
   * Compares all frames.
   *
   * @param sky output of {@code simulate}
   * @param catalogue output of {@code extract} on it, with a first aperture of 5 px
   */
  public static TruthComparison compare(Path sky, Path catalogue, Configuration conf)
      throws IOException {
    FileSystem fileSystem = sky.getFileSystem(conf);
    TruthComparison comparison = new TruthComparison();
    for (Map.Entry<Frame, Found> entry :
        found(new Path(catalogue, CatalogSchema.NAME), conf).entrySet()) {
      Frame frame = entry.getKey();
      Path truth = new Path(sky, "_truth/" + frame.field() + ".ecsv");
      Found found = entry.getValue();
      comparison.add(
          TruthSources.read(fileSystem.open(truth), frame.band()),
          found.column(0),
          found.column(1),
          found.column(2),
          found.column(3));
    }
    return comparison;
  }

  private static Map<Frame, Found> found(Path parts, Configuration conf) throws IOException {
    Map<Frame, Found> frames = new TreeMap<>();
    TableParts.forEach(
        parts,
        conf,
        row ->
            frames
                .computeIfAbsent(
                    new Frame(row.getString("field"), row.getString("band")), f -> new Found())
                .rows
                .add(
                    new double[] {
                      row.getDouble("x"),
                      row.getDouble("y"),
                      row.getDouble("flux_aper_1"),
                      row.getDouble("fluxerr_aper_1")
                    }));
    return frames;
  }
}
