package org.kiramr.bench.dataset;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes a manifest of files that are there. */
public final class ManifestMaker {
  private ManifestMaker() {}

  /**
   * Lists files and all below directories; names that begin with {@code .} or {@code _} are passed
   * over, as the engines do.
   *
   * @param root what the paths will be relative to; all must lie below it
   */
  public static Manifest make(String name, Path root, List<Path> paths) throws IOException {
    Path base = root.toAbsolutePath().normalize();
    List<ManifestEntry> entries = new ArrayList<>();
    for (Path path : paths) {
      Path start = path.toAbsolutePath().normalize();
      if (!start.startsWith(base)) {
        throw new IOException(path + " is not below " + root);
      }
      try (Stream<Path> found = Files.walk(start, FileVisitOption.FOLLOW_LINKS)) {
        for (Path file : found.filter(file -> isVisible(start, file)).toList()) {
          entries.add(entry(base, file));
        }
      }
    }
    if (entries.isEmpty()) {
      throw new IOException("no files in " + paths);
    }
    entries.sort(Comparator.comparing(ManifestEntry::path));
    return new Manifest(name, entries.stream().distinct().toList());
  }

  private static boolean isVisible(Path start, Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    for (Path part : start.relativize(file)) {
      String name = part.toString();
      if (name.startsWith(".") || name.startsWith("_")) {
        return false;
      }
    }
    return true;
  }

  private static ManifestEntry entry(Path base, Path file) throws IOException {
    String path = base.relativize(file).toString();
    return new ManifestEntry(path, Files.size(file), Sha256.of(file));
  }
}
