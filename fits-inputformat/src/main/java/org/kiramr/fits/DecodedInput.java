package org.kiramr.fits;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of the file after decompression: counted, and with the first error remembered, since
 * nom-tam-fits hides some errors behind an end-of-file exception of its own.
 */
final class DecodedInput extends FilterInputStream {
  private long bytes;
  private IOException failure;

  DecodedInput(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    try {
      int b = in.read();
      bytes += b < 0 ? 0 : 1;
      return b;
    } catch (IOException e) {
      throw remember(e);
    } catch (RuntimeException e) {
      // Decompressors fail so on some damaged input.
      throw remember(new IOException(e.getMessage(), e));
    }
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    try {
      int n = in.read(target, from, length);
      bytes += Math.max(0, n);
      return n;
    } catch (IOException e) {
      throw remember(e);
    } catch (RuntimeException e) {
      // Decompressors fail so on some damaged input.
      throw remember(new IOException(e.getMessage(), e));
    }
  }

  private IOException remember(IOException e) {
    if (failure == null) {
      failure = e;
    }
    return e;
  }

  /** Bytes given so far; at the end of the file, its length after decompression. */
  long bytes() {
    return bytes;
  }

  /** The first error of the decompressor or of the file system, or null. */
  IOException failure() {
    return failure;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
