package org.kiramr.fits.mapreduce;

import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;

/**
 * A file as it was found.
 *
 * @param base the directory its name is relative to; an ancestor of the file
 */
record FoundFile(Path base, LocatedFileStatus status) {

  Path path() {
    return status.getPath();
  }

  /** The path below the base, parts separated by {@code /}. */
  String relative() {
    return relativeTo(base);
  }

  String relativeTo(Path directory) {
    String prefix = directory.toUri().getPath();
    String whole = path().toUri().getPath();
    return whole.substring(prefix.endsWith("/") ? prefix.length() : prefix.length() + 1);
  }
}
