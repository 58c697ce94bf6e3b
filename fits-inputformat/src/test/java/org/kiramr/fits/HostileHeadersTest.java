package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kiramr.fits.FitsBytes.card;
import static org.kiramr.fits.FitsBytes.gzip;
import static org.kiramr.fits.FitsBytes.join;
import static org.kiramr.fits.FitsBytes.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers made to cost time or memory, to mislead, or to name what they should not. */
@Timeout(60)
class HostileHeadersTest {
  private static final int FLOOD = 30_000;
  private static final int MANY = HeaderScanner.MAX_CARDS - 100;

  /** An image of 10 x 10 pixels whose header has these cards too. */
  private static byte[] file(List<String> more) {
    return new FitsBytes()
        .image(16, 10, 10, more.toArray(String[]::new))
        .data(FitsBytes.shorts(100))
        .bytes();
  }

  private static List<String> cards(int n, IntFunction<String> card) {
    return IntStream.range(0, n).mapToObj(card).toList();
  }

  /** A text value of many CONTINUE cards. */
  private static List<String> longText(String keyword, String piece, int pieces) {
    List<String> cards = new ArrayList<>(List.of(String.format("%-8s= '%s&'", keyword, piece)));
    cards.addAll(Collections.nCopies(pieces, "CONTINUE  '" + piece + "&'"));
    cards.add("CONTINUE  '" + piece + "'");
    return cards;
  }

  static Stream<Arguments> floods() {
    return Stream.of(
        Arguments.of("keywords", cards(FLOOD, i -> card("K" + i, i))),
        Arguments.of("one keyword", cards(FLOOD, i -> card("OBJECT", "'x" + i + "'"))),
        Arguments.of("structural keywords", cards(FLOOD, i -> card("NAXIS1", 10))),
        Arguments.of("comments", cards(FLOOD, i -> "COMMENT " + "/".repeat(70))),
        Arguments.of("blanks", cards(FLOOD, i -> "")),
        Arguments.of("no quotes", cards(FLOOD, i -> "ODD" + i % 99 + " = 'no quote at the end")),
        Arguments.of("quotes", cards(FLOOD, i -> "OBJECT  = " + "'".repeat(69))),
        Arguments.of("not ASCII", cards(FLOOD, i -> "OBJECT  = '\u00e9\u00ff\u0080" + i + "'")),
        Arguments.of("HIERARCH", cards(FLOOD, i -> "HIERARCH ESO DET A" + i + " B.C = " + i)),
        Arguments.of("odd HIERARCH", cards(FLOOD, i -> "HIERARCH == '" + i)),
        Arguments.of("CONTINUE", longText("OBJECT", "x".repeat(60), FLOOD)),
        Arguments.of("CONTINUE alone", cards(FLOOD, i -> "CONTINUE  'x&'")),
        Arguments.of("CONTINUE with quotes", longText("OBJECT", "''''''''''", FLOOD)),
        Arguments.of(
            "CONTINUE with comments", cards(FLOOD, i -> "CONTINUE  '&' / " + "c".repeat(60))));
  }

  /** Ten times the cards of a long header do not cost the image. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("floods")
  void floodsOfCards(String what, List<String> cards) {
    Frame frame = read(file(cards)).frame();
    assertThat(frame.width()).isEqualTo(10);
    assertThat(frame.floatPixels().get(99)).isEqualTo(99);
  }

  @Test
  void aMillionCards() {
    byte[][] parts = new byte[30][];
    Arrays.fill(
        parts, gzip(" ".repeat(HeaderText.CARD * 36_000).getBytes(StandardCharsets.US_ASCII)));
    parts[0] = gzip(card("SIMPLE", "T").concat(" ".repeat(50)).getBytes(StandardCharsets.US_ASCII));
    Reject reject = read(join(parts)).reject();
    assertThat(reject.code()).isEqualTo(RejectCode.BAD_HEADER);
    assertThat(reject.reason()).contains("no END card among its first 100000");
  }

  /** Found by hand: parsing six million digits took a quarter of an hour. */
  @ParameterizedTest
  @ValueSource(strings = {"BSCALE", "BZERO", "BLANK", "PCOUNT"})
  void numbersOfAMillionDigits(String keyword) {
    Reject reject = read(file(longText(keyword, "9".repeat(66), MANY))).reject();
    assertThat(reject.code()).isEqualTo(RejectCode.BAD_HEADER);
    assertThat(reject.reason()).startsWith(keyword + " = 999999").hasSizeLessThan(600);
  }

  @Test
  void identitiesOfMillionsOfCharacters() {
    List<String> cards = longText("FILTER", "../".repeat(22), MANY / 4);
    cards.addAll(longText("RUN", "1".repeat(66), MANY / 4));
    cards.addAll(longText("CAMCOL", "\\\\..//".repeat(11), MANY / 4));
    FrameReaderOptions options = new FrameReaderOptions(FieldPattern.of("{CAMCOL}"), 1 << 20, true);
    byte[] file = file(cards);
    FrameId id = read(file, file.length, options).frame().id();
    assertThat(id.band()).startsWith("___.._.._").hasSize(100).doesNotContain("/");
    assertThat(id.field()).startsWith("__..__").hasSize(100).doesNotContain("/", "\\");
  }

  static Stream<Arguments> axes() {
    String long63 = "9223372036854775807";
    return Stream.of(
        Arguments.of(
            "product", new String[] {"4294967296", "4294967296"}, "4294967296 x 4294967296"),
        Arguments.of("product is 0 in 64 bits", powers(64), "2 x 2 x 2"),
        Arguments.of("product is negative in 64 bits", powers(63), "2 x 2 x 2"),
        Arguments.of("bytes", new String[] {"4611686018427387904", "1"}, "more data than any file"),
        Arguments.of(
            "padding", new String[] {"4611686018427387903", "1"}, "more data than any file"),
        Arguments.of("largest", new String[] {long63, long63}, "more data than any file"),
        Arguments.of("beyond 64 bits", new String[] {"9223372036854775808", "1"}, "NAXIS1 = "),
        Arguments.of("with zeros", new String[] {long63, long63, "0"}, "more data than any file"));
  }

  private static String[] powers(int n) {
    return Collections.nCopies(n, "2").toArray(String[]::new);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("axes")
  void axesThatOverflow(String what, String[] axes, String reason) {
    for (byte[] form : forms(image(axes))) {
      Reject reject = read(form).reject();
      assertThat(reject.code()).isEqualTo(RejectCode.BAD_HEADER);
      assertThat(reject.reason()).contains(reason);
    }
  }

  private static byte[][] forms(byte[] file) {
    return new byte[][] {file, gzip(file)};
  }

  private static byte[] image(String... axes) {
    List<String> cards =
        new ArrayList<>(
            List.of(card("SIMPLE", "T"), card("BITPIX", 16), card("NAXIS", axes.length)));
    for (int i = 0; i < axes.length; i++) {
      cards.add(card("NAXIS" + (i + 1), axes[i]));
    }
    return new FitsBytes().header(cards.toArray(String[]::new)).data(FitsBytes.shorts(100)).bytes();
  }

  @Test
  void manyAxesOfOnePixel() {
    String[] ones = Collections.nCopies(999, "1").toArray(String[]::new);
    assertThat(read(image(ones)).frame().width()).isEqualTo(1);
  }

  @Test
  void axesWithoutEnd() {
    String[] huge = Collections.nCopies(999, "9223372036854775807").toArray(String[]::new);
    assertThat(read(image(huge)).reject().code()).isEqualTo(RejectCode.BAD_HEADER);
  }

  static Stream<Arguments> tables() {
    String long63 = "9223372036854775807";
    return Stream.of(
        Arguments.of("PCOUNT", new String[] {"10", "10", long63, "1"}, RejectCode.BAD_HEADER),
        Arguments.of("PCOUNT", new String[] {"10", "10", "-1", "1"}, RejectCode.BAD_HEADER),
        Arguments.of("PCOUNT", new String[] {"10", "10", "4000000000", "1"}, RejectCode.TRUNCATED),
        Arguments.of("GCOUNT", new String[] {"10", "10", "0", long63}, RejectCode.BAD_HEADER),
        Arguments.of("GCOUNT", new String[] {"10", "10", "0", "-5"}, RejectCode.BAD_HEADER),
        Arguments.of("GCOUNT", new String[] {"10", "10", "0", "5000000000"}, RejectCode.TRUNCATED),
        Arguments.of("rows", new String[] {"10", "999999999999", "0", "1"}, RejectCode.TRUNCATED));
  }

  /** A table whose header promises too much: there is no telling where the next HDU begins. */
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("tables")
  void tablesThatPromiseTooMuch(String what, String[] sizes, RejectCode code) {
    byte[] file =
        join(
            file(List.of()),
            new FitsBytes()
                .header(
                    card("XTENSION", "'BINTABLE'"),
                    card("BITPIX", 8),
                    card("NAXIS", 2),
                    card("NAXIS1", sizes[0]),
                    card("NAXIS2", sizes[1]),
                    card("PCOUNT", sizes[2]),
                    card("GCOUNT", sizes[3]),
                    card("TFIELDS", 1),
                    card("THEAP", "9223372036854775807"))
                .data(new byte[5000])
                .bytes());
    for (byte[] form : forms(file)) {
      FitsBytes.Read read = read(form);
      assertThat(read.frames()).hasSize(1);
      assertThat(read.codes()).containsExactly(code);
      assertThat(read.rejects().get(0).hdu()).isEqualTo(1);
    }
  }

  @Test
  void duplicatedCards() {
    byte[] file = file(List.of(card("NAXIS1", 99999), card("BITPIX", -64), card("NAXIS", 7)));
    assertThat(read(file).items()).hasSize(1);
  }

  @Test
  void controlCharactersAndWaysOut() {
    byte[] file =
        file(
            List.of(
                "FILTER  = '../../etc/\u0000\u0007\u001b[2J\u007f\u0085'",
                "OBJECT  = '..'",
                "EXTNAME = '/../..'"));
    FrameReaderOptions options =
        new FrameReaderOptions(FieldPattern.of("{OBJECT}/{EXTNAME}"), 1 << 20, true);
    for (FrameReaderOptions each : List.of(options, FrameReaderOptions.defaults())) {
      FrameId id = read(file, file.length, each).frame().id();
      assertThat(id.field()).matches("[A-Za-z0-9_+-][A-Za-z0-9._+-]*");
      assertThat(id.band()).matches("(?:[A-Za-z0-9_+-][A-Za-z0-9._+-]*)?");
    }
  }

  /** In a compressed file headers cost next to nothing: they count as what holds no frame. */
  @Test
  void endlessHdus() {
    byte[] primary =
        new FitsBytes().header(card("SIMPLE", "T"), card("BITPIX", 8), card("NAXIS", 0)).bytes();
    byte[] empty =
        new FitsBytes()
            .header(
                card("XTENSION", "'IMAGE   '"),
                card("BITPIX", 8),
                card("NAXIS", 2),
                card("NAXIS1", 0),
                card("NAXIS2", 0))
            .bytes();
    byte[][] thousand = new byte[1000][];
    Arrays.fill(thousand, empty);
    byte[][] parts = new byte[40][];
    Arrays.fill(parts, gzip(join(thousand)));
    FitsBytes.Read read = read(join(gzip(primary), join(parts)));
    int most = (int) (DataSkipper.MAX_SUSPICIOUS / HeaderText.BLOCK);
    assertThat(read.rejects()).hasSize(most);
    assertThat(read.rejects().subList(0, most - 1))
        .extracting(Reject::code)
        .containsOnly(RejectCode.ZERO_SIZE);
    assertThat(read.rejects().get(most - 1).code()).isEqualTo(RejectCode.TOO_LARGE);
  }

  /** Frames that wait for the stream's checksum have their headers in the heap meanwhile. */
  @Test
  void framesWithLargeHeadersAreNotHeldBackForLong() {
    FitsBytes file =
        new FitsBytes().header(card("SIMPLE", "T"), card("BITPIX", 8), card("NAXIS", 0));
    String[] comments = cards(MANY / 2, i -> "COMMENT " + i).toArray(String[]::new);
    for (int i = 0; i < 6; i++) {
      file.imageExtension(16, 2, 1, comments).data(FitsBytes.shorts(2));
    }
    byte[] bad = gzip(file.bytes());
    bad[bad.length - 6] ^= 1;
    FitsBytes.Read read = read(bad);
    assertThat(read.frames()).extracting(f -> f.id().hdu()).containsExactly(1, 2);
    assertThat(read.rejects()).extracting(Reject::hdu).containsExactly(3, 4, 5, 6);
    assertThat(read.codes()).containsOnly(RejectCode.CORRUPT_COMPRESSION);
  }
}
