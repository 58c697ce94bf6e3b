package org.kiramr.fits;

import java.io.IOException;

/**
 * The planes of one image HDU in the order of the file, made one at a time.
 *
 * <p>Each method may throw a {@link Rejection}: the HDU is then not usable any further. Whether the
 * HDUs after it still are, {@link #passed()} says.
 */
interface PlaneSource {
  /** The pixels of the next plane; who takes them closes them. */
  Pixels next() throws IOException, Rejection;

  /** Passes over planes without decoding them. */
  void skip(long planes) throws IOException, Rejection;

  /** Passes over what is left of the HDU, then verifies it where it says how. */
  void finish() throws IOException, Rejection;

  /** Whether the HDU's data have been read to their end, so that the next HDU can be. */
  boolean passed();
}
