package org.kiramr.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nom.tam.fits.Header;

/**
 * What an HDU's own header says of it. Cards that cannot be understood count as missing here; if
 * they matter to the frame, it is rejected. Immutable and thread-safe.
 *
 * @param id who it is: number, image, field and band
 * @param kind what it holds
 * @param extname EXTNAME; empty if there is none
 * @param extver EXTVER; 1 if there is none, as the standard says, and -1 if it is no number
 * @param axes lengths of the axes: NAXISn, of a tile-compressed image ZNAXISn
 * @param bitpix BITPIX, of a tile-compressed image ZBITPIX
 * @param bscale BSCALE; null if there is none
 * @param bzero BZERO; null if there is none
 * @param blank BLANK, of a tile-compressed image without it ZBLANK; null if there is none
 * @param tileCompression ZCMPTYPE of a tile-compressed image, otherwise null
 */
public record HduSummary(
    FrameId id,
    HduKind kind,
    String extname,
    int extver,
    List<Long> axes,
    Long bitpix,
    Double bscale,
    Double bzero,
    Long blank,
    String tileCompression) {

  public HduSummary {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(extname, "extname");
    axes = List.copyOf(axes);
  }

  static HduSummary of(FrameId id, HduLayout layout, Header header) {
    boolean tiled = layout.kind() == HduLayout.Kind.TILE_COMPRESSED;
    String extname = Cards.text(header, "EXTNAME");
    Long blank = integer(header, "BLANK");
    return new HduSummary(
        id,
        HduKind.of(layout, header),
        extname == null ? "" : extname,
        HduName.of(header).version(),
        tiled ? tiledAxes(header) : layout.axisLengths(),
        tiled ? integer(header, "ZBITPIX") : Long.valueOf(layout.bitpix()),
        real(header, "BSCALE"),
        real(header, "BZERO"),
        blank == null && tiled ? integer(header, "ZBLANK") : blank,
        tiled ? Cards.text(header, "ZCMPTYPE") : null);
  }

  /** Up to the first card that is missing, whatever ZNAXIS promises. */
  private static List<Long> tiledAxes(Header header) {
    List<Long> axes = new ArrayList<>();
    Long count = integer(header, "ZNAXIS");
    for (int i = 1; count != null && i <= count; i++) {
      Long length = integer(header, "ZNAXIS" + i);
      if (length == null) {
        break;
      }
      axes.add(length);
    }
    return axes;
  }

  private static Long integer(Header header, String keyword) {
    try {
      return Cards.integerOrNull(header, keyword);
    } catch (Rejection e) {
      return null;
    }
  }

  private static Double real(Header header, String keyword) {
    try {
      double value = Cards.real(header, keyword, Double.NaN);
      return Double.isNaN(value) ? null : value;
    } catch (Rejection e) {
      return null;
    }
  }
}
