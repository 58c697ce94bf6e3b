package org.kiramr.fits;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of the file after decompression: counted, summed where asked, and with the first error
 * remembered, so that it can be told from an end of the file.
 */
final class DecodedInput extends FilterInputStream {
  private long bytes;
  private IOException failure;
  private DataSum sum;

  DecodedInput(InputStream in) {
    super(in);
  }

  /** Adds what is read from now on to a sum, or to none if it is null. */
  void sumInto(DataSum dataSum) {
    sum = dataSum;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    try {
      int n = in.read(target, from, length);
      if (n > 0) {
        bytes += n;
        if (sum != null) {
          sum.update(target, from, n);
        }
      }
      return n;
    } catch (IOException e) {
      throw remember(e);
    } catch (RuntimeException e) {
      // Decompressors fail so on some damaged input.
      throw remember(new IOException(e.getMessage(), e));
    } catch (StackOverflowError e) {
      // GZIPInputStream calls itself for each empty member.
      throw remember(new IOException("too many empty parts follow each other", e));
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
