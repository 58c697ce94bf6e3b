package org.kiramr.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kiramr.bench.dataset.Manifest;
import org.kiramr.bench.engine.Place;

/** The frames as engines are given them: lists of paths, the same frames for every engine. */
final class Inputs {
  private final Manifest manifest;
  private final Path root;
  private final Path lists;
  private final Optional<String> clusterFolder;

  /**
   * @param root what the manifest's paths are relative to
   * @param lists directory for the lists
   * @param clusterFolder the same as root in the cluster's file system, if the frames are there
   */
  Inputs(Manifest manifest, Path root, Path lists, Optional<String> clusterFolder) {
    this.manifest = manifest;
    this.root = root;
    this.lists = lists;
    this.clusterFolder = clusterFolder;
  }

  Manifest subset(int frames) {
    return manifest.subset(frames);
  }

  /** The local files of a subset. */
  List<Path> files(Manifest subset) {
    return subset.entries().stream().map(entry -> root.resolve(entry.path())).toList();
  }

  /** Writes a list, one path a line. */
  Path list(Manifest subset, Place place) throws IOException {
    Path list =
        lists.resolve(
            place.name().toLowerCase(java.util.Locale.ROOT)
                + "-"
                + subset.entries().size()
                + ".txt");
    String folder =
        place == Place.LOCAL
            ? root.toString()
            : clusterFolder.orElseThrow(() -> new IOException("the frames are not on the cluster"));
    Files.write(list, subset.entries().stream().map(entry -> folder + "/" + entry.path()).toList());
    return list;
  }
}
