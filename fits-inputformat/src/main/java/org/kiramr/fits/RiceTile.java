package org.kiramr.fits;

import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Decodes RICE_1: FITS Standard 4.0, section 10.4.1. Not thread-safe.
 *
 * <p>Stands in for nom-tam-fits's decoder, which takes garbage with an impossible number of split
 * bits for pixels, writes a warning to the log for each tile with bytes left over, and takes 1.6 to
 * 2 times as long (TileDecodeBenchmark).
 */
final class RiceTile {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** Bits in the buffer after it was filled, at least. */
  private static final int FILLED = 56;

  private final int blockSize;
  private final int valueBits;
  private final int splitBits;
  private final int mostSplit;
  private byte[] data = {};
  private int limit;
  private int position;

  /** The next bits of the data, from the highest bit on. */
  private long bits;

  /** How many of {@link #bits} are counted on; there may be more, which are right, too. */
  private int have;

  /**
   * A decoder.
   *
   * @param blockSize BLOCKSIZE: pixels that share a number of split bits, positive
   * @param bytePix BYTEPIX: bytes of the integers that were compressed; 1 (unsigned), 2 or 4
   */
  RiceTile(int blockSize, int bytePix) {
    this.blockSize = blockSize;
    valueBits = bytePix * Byte.SIZE;
    splitBits = bytePix == 1 ? 3 : bytePix == 2 ? 4 : 5;
    mostSplit = bytePix == 1 ? 6 : bytePix == 2 ? 14 : 25;
  }

  /**
   * Decodes the first {@code length} bytes.
   *
   * @throws IOException if they are not {@code n} compressed integers
   */
  void decode(byte[] bytes, int length, int[] values, int n) throws IOException {
    data = bytes;
    limit = length;
    position = 0;
    bits = 0;
    have = 0;
    fill(valueBits);
    int last = take(valueBits);
    for (int from = 0; from < n; ) {
      int to = (int) Math.min(n, (long) from + blockSize);
      fill(splitBits);
      int split = take(splitBits) - 1;
      if (split > mostSplit) {
        throw new IOException("a block of pixels with " + split + " split bits");
      }
      if (split < 0) {
        Arrays.fill(values, from, to, narrow(last));
      } else if (split == mostSplit) {
        last = decodePlain(values, from, to, last);
      } else {
        last = decodeSplit(values, from, to, last, split);
      }
      from = to;
    }
    int left = limit - position + have / Byte.SIZE;
    if (left > Long.BYTES) {
      throw new IOException(left + " bytes are left over after the last pixel");
    }
  }

  private int decodePlain(int[] values, int from, int to, int before) throws EOFException {
    int last = before;
    for (int i = from; i < to; i++) {
      fill(valueBits);
      last += difference(take(valueBits));
      values[i] = narrow(last);
    }
    return last;
  }

  private int decodeSplit(int[] values, int from, int to, int before, int split)
      throws EOFException {
    int last = before;
    for (int i = from; i < to; i++) {
      if (have <= Integer.SIZE) {
        fill(1);
      }
      int zeros = Long.numberOfLeadingZeros(bits);
      if (zeros + split < have) {
        // the common case: all of the value is in the buffer
        int low = split == 0 ? 0 : (int) ((bits << (zeros + 1)) >>> (Long.SIZE - split));
        bits <<= zeros + 1;
        bits <<= split;
        have -= zeros + 1 + split;
        last += difference((zeros << split) | low);
      } else {
        int high = takeZeros();
        fill(split);
        last += difference((high << split) | take(split));
      }
      values[i] = narrow(last);
    }
    return last;
  }

  /** Takes zeros and the one after them. */
  private int takeZeros() throws EOFException {
    int zeros = 0;
    while (true) {
      fill(1);
      int run = Math.min(have, Long.numberOfLeadingZeros(bits));
      boolean ended = run < have;
      take(run);
      zeros += run;
      if (ended) {
        take(1);
        return zeros;
      }
    }
  }

  /** Differences are interleaved: 0, -1, 1, -2, 2 and so on are written as 0, 1, 2, 3, 4. */
  private static int difference(int mapped) {
    return (mapped >>> 1) ^ -(mapped & 1);
  }

  private int narrow(int value) {
    return switch (valueBits) {
      case 8 -> value & 0xFF;
      case 16 -> (short) value;
      default -> value;
    };
  }

  private int take(int n) {
    // two shifts, since one by 64 bits would be none
    int value = (int) (bits >>> 1 >>> (Long.SIZE - 1 - n));
    bits <<= n;
    have -= n;
    return value;
  }

  /** Fills the buffer; it has at least {@code n} bits afterwards. */
  private void fill(int n) throws EOFException {
    if (have >= FILLED) {
      return;
    }
    if (position + Long.BYTES <= limit) {
      bits |= (long) LONGS.get(data, position) >>> have;
      position += (Long.SIZE - 1 - have) / Byte.SIZE;
      have |= FILLED;
      return;
    }
    while (have < FILLED && position < limit) {
      bits |= (data[position++] & 0xFFL) << (FILLED - have);
      have += Byte.SIZE;
    }
    if (have < n) {
      throw new EOFException("its bytes end before its last pixel");
    }
  }
}
