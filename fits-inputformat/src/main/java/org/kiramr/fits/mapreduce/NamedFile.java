package org.kiramr.fits.mapreduce;

import java.util.Objects;
import org.apache.hadoop.fs.Path;

/**
 * A file and the name that its image is to have.
 *
 * @param image as in {@link InputFile}
 * @param path the whole path
 */
public record NamedFile(String image, Path path) {
  public NamedFile {
    Objects.requireNonNull(image);
    Objects.requireNonNull(path);
  }
}
