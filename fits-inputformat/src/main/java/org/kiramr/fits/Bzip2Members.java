package org.kiramr.fits;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * One bzip2 stream after the other, up to the end of the file or to bytes that begin no other one,
 * which are ignored as bzip2(1) and {@link java.util.zip.GZIPInputStream} do.
 *
 * <p>commons-compress can join streams too, but then fails on such bytes and loses what it had
 * decompressed just before.
 */
final class Bzip2Members extends InputStream {
  private final RawInput in;
  private BZip2CompressorInputStream member;

  Bzip2Members(RawInput in) throws IOException {
    this.in = in;
    this.member = new BZip2CompressorInputStream(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int n = member.read(target, from, length);
    while (n < 0 && Compression.of(in) == Compression.BZIP2) {
      member = new BZip2CompressorInputStream(in);
      n = member.read(target, from, length);
    }
    return n;
  }

  @Override
  public void close() throws IOException {
    member.close();
  }
}
