package org.kiramr.fits.mapreduce;

import java.io.IOException;
import java.io.InputStream;

/** In place of a file that could not be opened: fails at the first byte, with the same error. */
final class FailedInput extends InputStream {
  private final IOException failure;

  FailedInput(IOException failure) {
    this.failure = failure;
  }

  @Override
  public int read() throws IOException {
    throw failure;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    throw failure;
  }
}
