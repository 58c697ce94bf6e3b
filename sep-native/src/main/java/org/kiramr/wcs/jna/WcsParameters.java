package org.kiramr.wcs.jna;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/** A wcsprm that wcspih made and wcsset set up. Frees it when closed. Not thread-safe. */
final class WcsParameters implements AutoCloseable {
  static final int CARD = 80;

  /**
   * The Flex scanners of WCSLIB are reentrant only since 7.5, and an older one may be what a system
   * has. They take microseconds, so that nobody waits long.
   */
  private static final Object SCANNERS = new Object();

  /** {@code int nreject, nwcs; struct wcsprm *wcs; } */
  private final Memory block = new Memory(16);

  /**
   * Parses and sets up.
   *
   * @param cards whole cards of 80 bytes, with no alternate WCS among them
   * @throws WcsException if the cards make no WCS
   */
  WcsParameters(byte[] cards) throws WcsException {
    block.clear();
    boolean made = false;
    try {
      synchronized (SCANNERS) {
        parse(cards);
        check("wcsset", WcsFunctions.wcsset(wcs()));
      }
      made = true;
    } finally {
      if (!made) {
        close();
      }
    }
  }

  private void parse(byte[] cards) throws WcsException {
    try (Memory header = new Memory(cards.length + 1L)) {
      header.write(0, cards, 0, cards.length);
      header.setByte(cards.length, (byte) 0);
      int status =
          WcsFunctions.wcspih(
              header,
              cards.length / CARD,
              WcsFunctions.RELAX_ALL,
              WcsFunctions.SILENT,
              block,
              block.share(4),
              block.share(8));
      if (status != 0 || wcs() == null || block.getInt(4) != 1) {
        throw new WcsException(
            "WCSLIB cannot read the cards of the WCS (wcspih gave status " + status + ")");
      }
    }
    // Units in other spellings than the standard's. Where it cannot help, wcsset says so.
    WcsFunctions.unitfix(0, wcs());
  }

  static void check(String function, int status) throws WcsException {
    if (status != 0) {
      throw new WcsException(
          NativeWcs.message(status) + " (" + function + " gave status " + status + ")");
    }
  }

  Pointer wcs() {
    return block.getPointer(8);
  }

  @Override
  public void close() {
    WcsFunctions.wcsvfree(block.share(4), block.share(8));
    block.close();
  }
}
