package org.kiramr.jobs.compare;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.kiramr.jobs.cli.UsageException;

/** The two catalogues of a job. */
final class CatalogPair {
  private static final Map<Side, String> KEYS =
      Map.of(Side.A, "kira.compare.internal.a", Side.B, "kira.compare.internal.b");

  private final Map<Side, CatalogDirectory> directories = new EnumMap<>(Side.class);

  private CatalogPair() {}

  /**
   * Opens both.
   *
   * @throws UsageException if one is no catalogue, or both are the same
   */
  static CatalogPair open(String a, String b, Configuration conf) throws IOException {
    CatalogPair pair = new CatalogPair();
    pair.directories.put(Side.A, CatalogDirectory.open(a, conf));
    pair.directories.put(Side.B, CatalogDirectory.open(b, conf));
    if (pair.of(Side.A).path().equals(pair.of(Side.B).path())) {
      throw new UsageException("A and B are the same: " + pair.of(Side.A).path());
    }
    return pair;
  }

  /** The catalogues that the client has left in the configuration. */
  static CatalogPair from(Configuration conf) throws IOException {
    return open(conf.get(KEYS.get(Side.A)), conf.get(KEYS.get(Side.B)), conf);
  }

  /** For {@link #from}. */
  void to(Configuration conf) {
    directories.forEach((side, directory) -> conf.set(KEYS.get(side), directory.path().toString()));
  }

  CatalogDirectory of(Side side) {
    return directories.get(side);
  }

  RowLayouts layouts() throws IOException {
    return RowLayouts.of(directories);
  }

  /**
   * Which table of which catalogue a part belongs to.
   *
   * @throws IOException if it belongs to none
   */
  PartTag tagOf(Path part) throws IOException {
    for (Map.Entry<Side, CatalogDirectory> directory : directories.entrySet()) {
      CatalogTable table = directory.getValue().tableOf(part);
      if (table != null) {
        return new PartTag(directory.getKey(), table);
      }
    }
    throw new IOException(part + " is part of neither catalogue");
  }
}
