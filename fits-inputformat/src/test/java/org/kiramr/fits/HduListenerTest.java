package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kiramr.fits.FitsBytes.card;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a listener is told of the HDUs of a file. */
class HduListenerTest {
  /** Keeps all that it is told. */
  private static final class Notes implements HduListener {
    private final List<HduSummary> found = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private String compression;

    @Override
    public void found(HduSummary hdu, byte[] header) {
      found.add(hdu);
      headers.add(new String(header, StandardCharsets.US_ASCII));
    }

    @Override
    public void ignored(int hdu, String why) {
      ignored.add(hdu + ": " + why);
    }
  }

  private static Notes listen(byte[] file, FrameReaderOptions options) {
    Notes notes = new Notes();
    try (FrameReader reader =
        new FrameReader(new ByteArrayInputStream(file), "a/file.fits", -1, options)) {
      reader.setHduListener(notes);
      for (FrameItem item = reader.next(); item != null; item = reader.next()) {
        if (item instanceof Frame frame) {
          frame.close();
        }
      }
      notes.compression = reader.compression();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return notes;
  }

  private static String[] extension(String type, int bitpix, List<Integer> axes, String... more) {
    List<String> cards = new ArrayList<>();
    cards.add(card("XTENSION", "'" + type + "'"));
    cards.add(card("BITPIX", bitpix));
    cards.add(card("NAXIS", axes.size()));
    for (int i = 0; i < axes.size(); i++) {
      cards.add(card("NAXIS" + (i + 1), axes.get(i)));
    }
    cards.addAll(List.of(card("PCOUNT", 0), card("GCOUNT", 1)));
    cards.addAll(List.of(more));
    return cards.toArray(String[]::new);
  }

  /** An HDU of each kind. */
  private static byte[] file() {
    return new FitsBytes()
        .header(card("SIMPLE", "T"), card("BITPIX", 8), card("NAXIS", 0), card("FILTER", "'g'"))
        .imageExtension(
            16,
            2,
            3,
            card("EXTNAME", "'Sci  '"),
            card("EXTVER", 2),
            card("BSCALE", "0.1"),
            card("BZERO", "3.2768D4"),
            card("BLANK", -99))
        .data(new byte[12])
        .header(extension("IMAGE   ", 8, List.of(1, 1, 4), card("EXTVER", "'two'")))
        .data(new byte[4])
        .header(
            extension(
                "BINTABLE",
                8,
                List.of(8, 1),
                card("TFIELDS", 1),
                card("ZIMAGE", "T"),
                card("ZCMPTYPE", "'RICE_1'"),
                card("ZBITPIX", -32),
                card("ZNAXIS", 999_999_999),
                card("ZNAXIS1", 300),
                card("ZNAXIS2", 200),
                card("ZBLANK", -2147483647)))
        .data(new byte[8])
        .header(extension("BINTABLE", 8, List.of(8, 1), card("TFIELDS", 0)))
        .data(new byte[8])
        .header(extension("TABLE   ", 8, List.of(8, 1), card("TFIELDS", 0)))
        .data(new byte[8])
        .header(extension("IMAGE   ", 8, List.of(5)))
        .data(new byte[5])
        .header(extension("FOREIGN ", 8, List.of(5)))
        .data(new byte[5])
        .bytes();
  }

  @Test
  void everyKindOfHduIsTold() {
    Notes notes = listen(file(), FrameReaderOptions.defaults());
    assertThat(notes.found)
        .extracting(HduSummary::kind)
        .containsExactly(
            HduKind.EMPTY,
            HduKind.IMAGE,
            HduKind.CUBE,
            HduKind.TILE_COMPRESSED_IMAGE,
            HduKind.BINARY_TABLE,
            HduKind.ASCII_TABLE,
            HduKind.VECTOR,
            HduKind.OTHER);
    assertThat(notes.found)
        .extracting(hdu -> hdu.id().hdu())
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(notes.ignored)
        .containsExactly(
            "0: it has no data (NAXIS = 0)",
            "4: it is an extension of type BINTABLE",
            "5: it is an extension of type TABLE",
            "6: it has one axis (NAXIS1 = 5)",
            "7: it is an extension of type FOREIGN");
    assertThat(notes.headers.get(1)).hasSize(2880).contains("EXTNAME").contains("END");
    assertThat(notes.compression).isEqualTo("plain");
  }

  @Test
  void cardsAreTakenAsTheyAre() {
    List<HduSummary> found = listen(file(), FrameReaderOptions.defaults()).found;
    assertThat(found.get(1))
        .isEqualTo(
            new HduSummary(
                new FrameId("file", "g", "a/file.fits", 1),
                HduKind.IMAGE,
                "Sci",
                2,
                List.of(2L, 3L),
                16L,
                0.1,
                32768.0,
                -99L,
                null));
    assertThat(found.get(2).axes()).containsExactly(1L, 1L, 4L);
    assertThat(found.get(2).extver()).isEqualTo(-1);
    HduSummary tiled = found.get(3);
    assertThat(tiled.axes()).containsExactly(300L, 200L);
    assertThat(tiled.bitpix()).isEqualTo(-32);
    assertThat(tiled.blank()).isEqualTo(-2147483647);
    assertThat(tiled.tileCompression()).isEqualTo("RICE_1");
  }

  @Test
  void whyAnHduIsPassedOverIsTold() {
    Notes notes =
        listen(
            FitsBytes.gzip(file()), FrameReaderOptions.defaults().withHdus(HduSelection.of("SCI")));
    assertThat(notes.ignored).hasSize(7).allMatch(line -> line.endsWith("it is not chosen"));
    assertThat(notes.compression).isEqualTo("gzip");
  }

  @Test
  void anHduWithoutALayoutIsNotTold() {
    byte[] file =
        new FitsBytes().header(card("SIMPLE", "T"), card("BITPIX", 7), card("NAXIS", 0)).bytes();
    assertThat(listen(file, FrameReaderOptions.defaults()).found).isEmpty();
  }
}
