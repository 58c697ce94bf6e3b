package org.kiramr.fits;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * The bytes of the file as they lie in the file system: buffered, counted, summed and timed.
 *
 * <p>It remembers an I/O error of the file system, so that it can be told from damage found further
 * up. {@link #available()} never answers 0 before the end: {@link java.util.zip.GZIPInputStream}
 * takes 0 for the end of a concatenated file.
 */
final class RawInput extends InputStream {
  private static final int BUFFER = 1 << 15;

  private final InputStream in;
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private int next;
  private int limit;
  private long bytes;
  private long nanos;
  private boolean atEnd;
  private IOException failure;

  RawInput(InputStream in) {
    this.in = in;
  }

  /** The next {@code n} bytes at most, without consuming them. */
  byte[] peek(int n) throws IOException {
    while (limit - next < n && !atEnd) {
      if (next > 0) {
        System.arraycopy(buffer, next, buffer, 0, limit - next);
        limit -= next;
        next = 0;
      }
      limit += Math.max(0, fetch(buffer, limit, buffer.length - limit));
    }
    int have = Math.min(n, limit - next);
    byte[] head = new byte[have];
    System.arraycopy(buffer, next, head, 0, have);
    return head;
  }

  @Override
  public int read() throws IOException {
    return next < limit || fill() ? buffer[next++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (next == limit) {
      if (length >= buffer.length) {
        return fetch(target, from, length);
      }
      if (!fill()) {
        return -1;
      }
    }
    int n = Math.min(length, limit - next);
    System.arraycopy(buffer, next, target, from, n);
    next += n;
    return n;
  }

  @Override
  public int available() throws IOException {
    return next < limit || fill() ? limit - next : 0;
  }

  /** Reads to the end and forgets, so that length and sum are those of the whole file. */
  void drain() throws IOException {
    do {
      next = limit;
    } while (fill());
  }

  private boolean fill() throws IOException {
    next = 0;
    limit = Math.max(0, fetch(buffer, 0, buffer.length));
    return limit > 0;
  }

  private int fetch(byte[] target, int from, int length) throws IOException {
    if (atEnd) {
      return -1;
    }
    long start = System.nanoTime();
    try {
      int n = in.read(target, from, length);
      if (n < 0) {
        atEnd = true;
      } else {
        crc.update(target, from, n);
        bytes += n;
      }
      return n;
    } catch (IOException e) {
      failure = e;
      throw e;
    } finally {
      nanos += System.nanoTime() - start;
    }
  }

  /** Bytes taken from the file so far. */
  long bytes() {
    return bytes;
  }

  /** CRC-32 of these bytes. */
  long crc32() {
    return crc.getValue();
  }

  /** Time spent in the file system's stream. */
  long nanos() {
    return nanos;
  }

  /** True once more was asked for than the file has. */
  boolean atEnd() {
    return atEnd;
  }

  /** The file system's error, or null. */
  IOException failure() {
    return failure;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
