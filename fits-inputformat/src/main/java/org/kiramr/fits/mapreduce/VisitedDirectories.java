package org.kiramr.fits.mapreduce;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.hadoop.fs.Path;

/**
 * Remembers the directories of a local file system that were walked, by their real paths: a
 * symbolic link to a parent would make the same files appear again and again. HDFS and object
 * stores follow no links.
 *
 * <p>Not thread-safe.
 */
final class VisitedDirectories {
  private final Set<java.nio.file.Path> real = new HashSet<>();

  /**
   * Whether the directory has not been walked yet.
   *
   * @param directory a qualified path
   */
  boolean add(Path directory) throws IOException {
    return !"file".equals(directory.toUri().getScheme())
        || real.add(java.nio.file.Path.of(directory.toUri().getPath()).toRealPath());
  }
}
