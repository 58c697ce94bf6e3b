package org.kiramr.fits.mapreduce;

import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;

/**
 * One file of the input.
 *
 * @param image its name: the path relative to the input that named it
 * @param status where it is and how long
 */
public record InputFile(String image, LocatedFileStatus status) {

  /** The whole path. */
  public Path path() {
    return status.getPath();
  }

  /** Length in bytes. */
  public long length() {
    return status.getLen();
  }

  BlockLocation[] blocks() {
    BlockLocation[] blocks = status.getBlockLocations();
    return blocks == null ? new BlockLocation[0] : blocks;
  }
}
