package org.kiramr.fits;

import java.io.IOException;
import java.io.InputStream;

/** Opens files that lie in the directory of the file being read, itself among them. */
@FunctionalInterface
public interface SiblingFiles {
  /**
   * A file opened.
   *
   * @param in from the first byte; closed by whoever asked for it
   * @param length in bytes, or -1 if it is not known
   */
  record Sibling(InputStream in, long length) {}

  /**
   * Opens a file.
   *
   * @param name its name in the directory, without any path
   * @throws java.io.FileNotFoundException if there is none of that name
   */
  Sibling open(String name) throws IOException;
}
