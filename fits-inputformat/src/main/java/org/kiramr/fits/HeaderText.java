package org.kiramr.fits;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import nom.tam.fits.FitsException;
import nom.tam.fits.Header;
import nom.tam.fits.HeaderCard;
import nom.tam.util.FitsInputStream;
import nom.tam.util.FitsOutputStream;

/** A header both as the blocks of the file and as nom-tam-fits sees it. */
final class HeaderText {
  static final int BLOCK = 2880;
  static final int CARD = 80;

  private final byte[] blocks;
  private final Header header;

  private HeaderText(byte[] blocks, Header header) {
    this.blocks = blocks;
    this.header = header;
  }

  /**
   * Parses blocks. A card that nom-tam-fits refuses is left out, so that one odd comment does not
   * cost an image; if it was a card that matters, its absence is noticed later.
   *
   * @throws IllegalArgumentException if this is not a header at all
   */
  static HeaderText parse(byte[] blocks) {
    try {
      return new HeaderText(blocks, read(blocks));
    } catch (IOException | RuntimeException e) {
      return new HeaderText(blocks, readLegalCards(blocks, e));
    }
  }

  /** Serialises a header. */
  static HeaderText of(Header header) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (FitsOutputStream out = new FitsOutputStream(bytes)) {
      header.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a header to memory", e);
    } catch (FitsException e) {
      throw new IllegalArgumentException("not a FITS header: " + e.getMessage(), e);
    }
    return new HeaderText(bytes.toByteArray(), header);
  }

  private static Header read(byte[] blocks) throws IOException {
    try (FitsInputStream in = new FitsInputStream(new ByteArrayInputStream(blocks))) {
      return new Header(in);
    } catch (FitsException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Header readLegalCards(byte[] blocks, Exception why) {
    Header header = new Header();
    for (int at = 0; at + CARD <= blocks.length; at += CARD) {
      String card = new String(blocks, at, CARD, StandardCharsets.US_ASCII);
      if (card.startsWith("END     ")) {
        break;
      }
      addIfLegal(header, card);
    }
    if (header.findCard("SIMPLE") == null && header.findCard("XTENSION") == null) {
      throw new IllegalArgumentException("not a FITS header: " + why.getMessage(), why);
    }
    return header;
  }

  private static void addIfLegal(Header header, String card) {
    HeaderCard parsed;
    try {
      parsed = HeaderCard.create(card);
    } catch (RuntimeException e) {
      return;
    }
    header.addLine(parsed);
  }

  /** Whole blocks of 2880 bytes, END card included. */
  byte[] blocks() {
    return blocks;
  }

  Header header() {
    return header;
  }
}
