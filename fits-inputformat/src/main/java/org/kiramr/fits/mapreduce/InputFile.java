package org.kiramr.fits.mapreduce;

import java.util.List;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.Path;

/**
 * One file of the input.
 *
 * @param image its name: the path relative to the input that named it
 * @param path the whole path
 * @param length length in bytes
 * @param blocks where it is stored
 */
public record InputFile(String image, Path path, long length, List<BlockLocation> blocks) {
  public InputFile {
    blocks = List.copyOf(blocks);
  }
}
