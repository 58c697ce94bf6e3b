package org.kiramr.fits.mapreduce;

import java.util.List;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.Path;

/**
 * A file as it was found.
 *
 * @param base the directory its name is relative to; an ancestor of the file
 * @param path the whole path
 * @param length length in bytes
 * @param blocks where it is stored
 */
record FoundFile(Path base, Path path, long length, List<BlockLocation> blocks) {

  /** The path below the base, parts separated by {@code /}. */
  String relative() {
    return relativeTo(base);
  }

  String relativeTo(Path directory) {
    String prefix = directory.toUri().getPath();
    String whole = path.toUri().getPath();
    return whole.substring(prefix.endsWith("/") ? prefix.length() : prefix.length() + 1);
  }
}
