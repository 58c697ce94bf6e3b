package org.kiramr.fits;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;

/** How a whole file is compressed, told by its first bytes, never by its name. */
enum Compression {
  NONE("plain"),
  GZIP("gzip"),
  BZIP2("bzip2"),
  COMPRESS("compress");

  private static final int MAGIC = 3;
  private static final int GZIP_BUFFER = 1 << 16;

  /** Bits of a code of compress(1); the decompressor takes memory for more, up to gigabytes. */
  private static final int MIN_CODE_BITS = 9;

  private static final int MAX_CODE_BITS = 16;
  private static final int CODE_BITS_MASK = 0x1F;

  private final String label;

  Compression(String label) {
    this.label = label;
  }

  static Compression of(RawInput in) throws IOException {
    byte[] head = in.peek(MAGIC);
    if (startsWith(head, 0x1F, 0x8B)) {
      return GZIP;
    }
    if (startsWith(head, 'B', 'Z', 'h')) {
      return BZIP2;
    }
    return startsWith(head, 0x1F, 0x9D) ? COMPRESS : NONE;
  }

  private static boolean startsWith(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Decompresses, through all members of a concatenated file. Bytes after the last member that
   * begin no other one are ignored, as gzip(1) and bzip2(1) do.
   */
  InputStream open(RawInput in) throws IOException {
    return switch (this) {
      case NONE -> in;
      case GZIP -> new GZIPInputStream(in, GZIP_BUFFER);
      case BZIP2 -> new Bzip2Members(in);
      case COMPRESS -> openCompress(in);
    };
  }

  private static InputStream openCompress(RawInput in) throws IOException {
    byte[] head = in.peek(MAGIC);
    if (head.length < MAGIC) {
      throw new EOFException("it has no header");
    }
    int bits = head[MAGIC - 1] & CODE_BITS_MASK;
    if (bits < MIN_CODE_BITS || bits > MAX_CODE_BITS) {
      throw new IOException(
          "its codes have " + bits + " bits, not " + MIN_CODE_BITS + " to " + MAX_CODE_BITS);
    }
    return new ZCompressorInputStream(in);
  }

  /**
   * Whether an error of the decompressor means that the file ends early, not that it is damaged.
   */
  boolean isTruncation(IOException e, RawInput in) {
    // Only GZIPInputStream tells the two apart, but it also looks ahead to the end of the file.
    return e instanceof EOFException || (this != GZIP && in.atEnd());
  }

  @Override
  public String toString() {
    return label;
  }
}
