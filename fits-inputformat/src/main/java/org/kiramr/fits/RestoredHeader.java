package org.kiramr.fits;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nom.tam.fits.Header;

/**
 * The header of an image from that of the table that holds it compressed: FITS Standard 4.0,
 * section 10.1. Cards of the table are left out, the image's own get their names back, all others
 * are kept as they are, to the byte and in their order.
 */
final class RestoredHeader {
  private static final int KEYWORD = 8;

  /** Cards that are written first, from the Z-cards. */
  private static final Pattern STRUCTURE =
      Pattern.compile("SIMPLE|XTENSION|BITPIX|NAXIS\\d*|PCOUNT|GCOUNT|END");

  /** Cards of the table and of the compression. */
  private static final Pattern TABLE =
      Pattern.compile(
          "TFIELDS|THEAP|(TTYPE|TFORM|TUNIT|TNULL|TSCAL|TZERO|TDISP|TDIM)\\d+|CHECKSUM|DATASUM"
              + "|ZIMAGE|ZSIMPLE|ZTENSION|ZBITPIX|ZNAXIS\\d*|ZPCOUNT|ZGCOUNT|ZTILE\\d+|ZNAME\\d+"
              + "|ZVAL\\d+|ZCMPTYPE|ZMASKCMP|ZQUANTIZ|ZDITHER0|ZSCALE|ZZERO|ZBLANK|ZTHEAP");

  private static final Map<String, String> RENAMED =
      Map.of(
          "ZEXTEND", "EXTEND",
          "ZBLOCKED", "BLOCKED",
          "ZHECKSUM", "CHECKSUM",
          "ZDATASUM", "DATASUM");

  /** The name of an HDU whose image had none. */
  private static final Pattern NO_NAME = Pattern.compile("EXTNAME = *'COMPRESSED_IMAGE *'.*");

  private RestoredHeader() {}

  /**
   * Restores a header.
   *
   * @throws Rejection if the Z-cards are missing or wrong
   */
  static HeaderText of(HeaderText table) throws Rejection {
    Header header = table.header();
    List<String> cards = structure(header);
    byte[] blocks = table.blocks();
    for (int at = 0; at + HeaderText.CARD <= blocks.length; at += HeaderText.CARD) {
      // one byte, one character, so that odd bytes survive
      String card = new String(blocks, at, HeaderText.CARD, StandardCharsets.ISO_8859_1);
      String keyword = card.substring(0, KEYWORD).stripTrailing();
      if (keyword.equals("END")) {
        break;
      }
      if (!STRUCTURE.matcher(keyword).matches()
          && !TABLE.matcher(keyword).matches()
          && !NO_NAME.matcher(card).matches()) {
        String name = RENAMED.get(keyword);
        cards.add(name == null ? card : pad(name, KEYWORD) + card.substring(KEYWORD));
      }
    }
    addBlank(header, cards);
    cards.add("END");
    try {
      return HeaderText.parse(blocks(cards));
    } catch (IllegalArgumentException e) {
      throw new Rejection(RejectCode.BAD_HEADER, e.getMessage(), e);
    }
  }

  private static List<String> structure(Header header) throws Rejection {
    List<String> cards = new ArrayList<>();
    boolean primary = Cards.isTrue(header, "ZSIMPLE");
    cards.add(primary ? card("SIMPLE", "T") : "XTENSION= 'IMAGE   '");
    cards.add(card("BITPIX", Cards.integer(header, "ZBITPIX")));
    long axes = Cards.integer(header, "ZNAXIS");
    cards.add(card("NAXIS", axes));
    for (int n = 1; n <= Math.min(axes, HduLayout.MAX_AXES); n++) {
      cards.add(card("NAXIS" + n, Cards.integer(header, "ZNAXIS" + n)));
    }
    if (!primary) {
      cards.add(card("PCOUNT", 0));
      cards.add(card("GCOUNT", 1));
    }
    return cards;
  }

  /** ZBLANK is the BLANK of integers that have no other. */
  private static void addBlank(Header header, List<String> cards) throws Rejection {
    Long blank = Cards.integerOrNull(header, "ZBLANK");
    if (blank != null
        && Cards.integer(header, "ZBITPIX") > 0
        && Cards.text(header, "BLANK") == null) {
      cards.add(card("BLANK", blank));
    }
  }

  private static String card(String keyword, Object value) {
    return String.format(Locale.ROOT, "%-8s= %20s", keyword, value);
  }

  private static byte[] blocks(List<String> cards) {
    int bytes = cards.size() * HeaderText.CARD;
    byte[] blocks = new byte[(bytes + HeaderText.BLOCK - 1) / HeaderText.BLOCK * HeaderText.BLOCK];
    Arrays.fill(blocks, (byte) ' ');
    int at = 0;
    for (String card : cards) {
      byte[] text = card.getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(text, 0, blocks, at, text.length);
      at += HeaderText.CARD;
    }
    return blocks;
  }

  private static String pad(String text, int length) {
    return text + " ".repeat(length - text.length());
  }
}
