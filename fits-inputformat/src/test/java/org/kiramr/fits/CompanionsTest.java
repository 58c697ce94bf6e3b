package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kiramr.fits.CompanionFiles.doubles;
import static org.kiramr.fits.CompanionFiles.floats;
import static org.kiramr.fits.CompanionFiles.ints;
import static org.kiramr.fits.CompanionFiles.name;
import static org.kiramr.fits.CompanionFiles.primary;
import static org.kiramr.fits.CompanionFiles.version;
import static org.kiramr.fits.FitsBytes.card;
import static org.kiramr.fits.FitsBytes.gzip;
import static org.kiramr.fits.FrameArrays.mask;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames get the masks and the noise that are theirs, and no others. */
class CompanionsTest {
  private static final String MASK = "sci=msk";
  private static final byte[] TWO = {5, 6};

  private final CompanionFiles files = new CompanionFiles();

  private static byte[] image(byte... pixels) {
    return new FitsBytes().image(8, pixels.length, 1).data(pixels).bytes();
  }

  /** SCI and DQ, the mask of version v marking pixel v of three. */
  private static void pair(FitsBytes file, String extname, int v, boolean versions) {
    byte[] pixels = {1, 2, 3};
    if (extname.equals("DQ")) {
      pixels = new byte[3];
      pixels[v - 1] = 4;
    }
    if (versions) {
      file.imageExtension(8, 3, 1, name(extname), version(v)).data(pixels);
    } else {
      file.imageExtension(8, 3, 1, name(extname)).data(pixels);
    }
  }

  /** A digit is the version of an SCI, a letter that of its DQ (a is 1). */
  private static byte[] pairs(String order, boolean versions) {
    FitsBytes file = primary();
    order
        .chars()
        .forEach(
            c -> pair(file, c < 'a' ? "SCI" : "DQ", c < 'a' ? c - '0' : c - 'a' + 1, versions));
    return file.bytes();
  }

  private static int masked(Frame frame) {
    byte[] mask = mask(frame);
    assertThat(frame.maskedCount()).isEqualTo(1);
    int at = 0;
    while (mask[at] == 0) {
      at++;
    }
    assertThat(FrameArrays.floats(frame)[at]).isNaN();
    return at + 1;
  }

  @ParameterizedTest
  @ValueSource(strings = {"1a2b3c", "123abc", "a1b2c3", "abc123", "123cba", "3a1c2b"})
  void masksOfTheSameFileGoByVersion(String order) {
    for (byte[] form : new byte[][] {pairs(order, true), gzip(pairs(order, true))}) {
      FitsBytes.Read read = files.with("f.fits", form).mask("DQ").read("f.fits");
      assertThat(read.rejects()).isEmpty();
      assertThat(read.frames())
          .hasSize(3)
          .allSatisfy(
              frame ->
                  assertThat(masked(frame)).isEqualTo(frame.header().getIntValue("EXTVER", -1)));
      assertThat(read.summary().hdusIgnored()).as("primary and three masks").isEqualTo(4);
      assertThat(files.open()).isZero();
    }
  }

  @Test
  void withoutVersionsOnlyASingleMaskIsSure() {
    FitsBytes.Read one = files.with("f", pairs("1a", false)).mask("DQ").read("f");
    assertThat(masked(one.frame())).isEqualTo(1);
    FitsBytes.Read shared = files.with("f", pairs("12a", false)).read("f");
    assertThat(shared.frames()).hasSize(2);
    FitsBytes.Read several = files.with("f", pairs("1a2b", false)).read("f");
    assertThat(several.frames()).isEmpty();
    assertThat(several.codes()).containsExactly(RejectCode.NO_COMPANION, RejectCode.NO_COMPANION);
    assertThat(several.rejects().get(1).reason())
        .contains("HDU 3 (SCI)", "HDU 2 (DQ)", "HDU 4 (DQ)", "no EXTVER");
  }

  @Test
  void aVersionThatIsMissingCostsItsFrameOnly() {
    FitsBytes.Read read = files.with("f.fits", pairs("12a3c", true)).mask("dq").read("f.fits");
    assertThat(read.frames()).extracting(CompanionsTest::masked).containsExactly(1, 3);
    assertThat(read.rejects())
        .containsExactly(
            new Reject(
                "dir/f.fits",
                2,
                "f",
                RejectCode.NO_COMPANION,
                "there is no mask: f.fits has no HDU DQ with EXTVER 2"));
  }

  @Test
  void otherFilesGoByNameThenByNumber() {
    byte[] frames =
        primary()
            .imageExtension(8, 2, 1, name("N1"))
            .data(TWO)
            .imageExtension(8, 2, 1, name("n2 "))
            .data(TWO)
            .bytes();
    byte[] turned =
        primary()
            .imageExtension(8, 2, 1, name("N2"))
            .data(new byte[] {0, 1})
            .imageExtension(8, 2, 1, name("N1"))
            .data(new byte[] {1, 0})
            .bytes();
    byte[] unnamed =
        primary()
            .imageExtension(8, 2, 1)
            .data(new byte[] {1, 0})
            .imageExtension(8, 2, 1)
            .data(new byte[] {0, 1})
            .bytes();
    files.with("a_sci.fits", frames).mask(MASK);
    for (byte[] masks : new byte[][] {turned, unnamed, gzip(turned)}) {
      FitsBytes.Read read = files.with("a_msk.fits", masks).read("a_sci.fits");
      assertThat(read.frames()).extracting(CompanionsTest::masked).containsExactly(1, 2);
      assertThat(files.open()).isZero();
    }
  }

  @Test
  void sameNamesWithoutVersionsGoByNumber() {
    FitsBytes frames = primary();
    FitsBytes masks = primary();
    // the first frame is no good, and asks for no mask
    for (int i = 0; i < 3; i++) {
      byte[] pixels = i == 0 ? new byte[] {9, 9, 9} : new byte[] {1, 2, 3};
      frames.imageExtension(8, 3, 1, name("CCD"), card("BLANK", 9)).data(pixels);
      byte[] mask = new byte[3];
      mask[i] = 1;
      masks.imageExtension(8, 3, 1, name("CCD")).data(mask);
    }
    files.with("sci", frames.bytes()).with("msk", masks.bytes()).mask(MASK);
    FitsBytes.Read read = files.read("sci");
    assertThat(read.codes()).containsExactly(RejectCode.ALL_MASKED);
    assertThat(read.frames()).extracting(CompanionsTest::masked).containsExactly(2, 3);
  }

  @Test
  void everyBitOfAMaskIsExact() {
    byte[] mask =
        new FitsBytes()
            .image(32, 6, 1, card("BLANK", 77))
            .data(ints(0x40000000, 0x40000001, 0x3FFFFFFF, -1, 77, Integer.MIN_VALUE))
            .bytes();
    files.with("sci", image((byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5, (byte) 6));
    files.with("msk", mask);
    assertThat(mask(files.mask(MASK, 1).read("sci").frame())).containsExactly(0, 1, 1, 1, 1, 0);
    assertThat(mask(files.mask(MASK, 0x40000000).read("sci").frame()))
        .containsExactly(1, 1, 0, 1, 1, 0);
    assertThat(mask(files.mask(MASK, 1L << 31).read("sci").frame()))
        .containsExactly(0, 0, 0, 1, 1, 1);
    assertThat(files.mask(MASK).read("sci").reject().code()).isEqualTo(RejectCode.ALL_MASKED);
  }

  @Test
  void floatMasksHaveBitsAndFractionsAreNotNothing() {
    byte[] mask = new FitsBytes().image(-32, 4, 1).data(floats(0, 0.5f, 2, Float.NaN)).bytes();
    files.with("sci", image((byte) 1, (byte) 2, (byte) 3, (byte) 4)).with("msk", mask);
    assertThat(mask(files.mask(MASK).read("sci").frame())).containsExactly(0, 1, 1, 1);
    assertThat(mask(files.mask(MASK, 1).read("sci").frame())).containsExactly(0, 0, 0, 1);
  }

  @Test
  void theFramesOwnUndefinedPixelsStayMasked() {
    byte[] frame =
        new FitsBytes().image(8, 3, 1, card("BLANK", 2)).data(new byte[] {1, 2, 3}).bytes();
    files.with("sci", frame).with("msk", image((byte) 0, (byte) 1, (byte) 1)).mask(MASK);
    Frame read = files.read("sci").frame();
    assertThat(mask(read)).containsExactly(0, 1, 1);
    assertThat(read.maskedCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(NoiseKind.class)
  void noiseOfEachKind(NoiseKind kind) {
    float[] map = {4, 0, -1, Float.NaN, Float.POSITIVE_INFINITY, 0.5f};
    byte[] single = new FitsBytes().image(-32, 6, 1).data(floats(map)).bytes();
    byte[] exact =
        new FitsBytes().image(-64, 6, 1).data(doubles(4, 0, -1, Double.NaN, 1e60, 0.5)).bytes();
    files.with("sci", image((byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5, (byte) 6));
    for (byte[] noise : new byte[][] {single, exact}) {
      Frame frame = files.with("rms", noise).noise("sci=rms", kind).read("sci").frame();
      boolean weight = kind == NoiseKind.WEIGHT;
      assertThat(frame.noiseKind()).isEqualTo(weight ? NoiseKind.VARIANCE : kind);
      assertThat(mask(frame)).containsExactly(0, 1, 1, 1, 1, 0);
      assertThat(frame.noise().get(0)).isEqualTo(weight ? 0.25f : 4);
      assertThat(frame.noise().get(5)).isEqualTo(weight ? 2 : 0.5f);
      assertThat(frame.noise().remaining()).isEqualTo(6);
    }
  }

  @Test
  void maskAndNoiseOfOneFile() {
    byte[] file =
        primary()
            .imageExtension(8, 2, 1, name("SCI"), version(1))
            .data(TWO)
            .imageExtension(-32, 2, 1, name("ERR"), version(1))
            .data(floats(2, 3))
            .imageExtension(16, 2, 1, name("DQ"), version(1))
            .data(new byte[] {0, 1, 0, 0})
            .bytes();
    files.with("f", file).mask("DQ").noise("ERR", NoiseKind.STDDEV);
    FitsBytes.Read read = files.read("f");
    assertThat(mask(read.frame())).containsExactly(1, 0);
    assertThat(read.frame().noise().get(1)).isEqualTo(3);
    assertThat(read.summary().hdusIgnored()).isEqualTo(3);
  }

  @Test
  void theirFilesAreSummedWhole() {
    byte[] masks =
        primary().imageExtension(8, 2, 1).data(new byte[2]).imageExtension(8, 5, 9).bytes();
    byte[] masksOfTwo = gzip(Arrays.copyOf(masks, masks.length + 99_999));
    byte[] frame = primary().imageExtension(8, 2, 1).data(TWO).bytes();
    files.with("a_sci", frame).with("a_msk", masksOfTwo).mask(MASK).noise("SCI", NoiseKind.STDDEV);
    FileSummary summary = files.read("a_sci").summary();
    assertThat(summary.mask()).isEqualTo(summaryOf("a_msk", masksOfTwo));
    assertThat(summary.noise()).as("in the frames' file, where there is none").isNull();

    files.noise("sci=wht", NoiseKind.STDDEV);
    assertThat(files.read("a_sci").summary().noise()).as("no such file").isNull();
    files.with("a_wht", image((byte) 1, (byte) 1, (byte) 1));
    assertThat(files.read("a_sci").summary().noise())
        .as("of another size")
        .isEqualTo(summaryOf("a_wht", image((byte) 1, (byte) 1, (byte) 1)));
    assertThat(files.open()).isZero();
  }

  private static CompanionSummary summaryOf(String name, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return new CompanionSummary(name, content.length, crc.getValue());
  }

  @Test
  void aMaskThatFailsAfterItsMapIsAReadFailureAndNoReject() {
    byte[] masks = Arrays.copyOf(image(TWO), 8 * HeaderText.BLOCK);
    files.with("sci", image(TWO)).with("msk", masks).mask(MASK).brokenAfter("msk", 4);
    FitsBytes.Read read = files.read("sci");
    assertThat(read.rejects()).extracting(Reject::code).containsExactly(RejectCode.ALL_MASKED);
    assertThat(read.summary().mask()).isNull();
    assertThat(files.failure()).hasMessage("disk on fire");
  }

  @Test
  void planesHaveTheirOwnMasksOrShareOne() {
    byte[] cube = cube(1, 2, 3, 4);
    FrameReaderOptions all = FrameReaderOptions.defaults().withPlanes(PlaneSelection.of("all"));
    files.with("sci", cube).mask(MASK);
    FitsBytes.Read own = files.with("msk", cube(0, 1, 1, 0)).read("sci", all);
    assertThat(own.frames()).extracting(CompanionsTest::masked).containsExactly(2, 1);
    FitsBytes.Read shared = files.with("msk", image((byte) 0, (byte) 1)).read("sci", all);
    assertThat(shared.frames()).extracting(CompanionsTest::masked).containsExactly(2, 2);
  }

  private static byte[] cube(int... values) {
    byte[] data = new byte[values.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) values[i];
    }
    return new FitsBytes()
        .header(
            card("SIMPLE", "T"),
            card("BITPIX", 8),
            card("NAXIS", 3),
            card("NAXIS1", 2),
            card("NAXIS2", 1),
            card("NAXIS3", 2))
        .data(data)
        .bytes();
  }

  @Test
  void whatIsMissingOrWrongIsNamed() {
    files.with("a_sci.fits", image(TWO)).mask(MASK);
    expect(RejectCode.NO_COMPANION, "no mask", "no file a_msk.fits");
    files.with("a_msk.fits", image((byte) 1));
    expect(RejectCode.BAD_COMPANION, "mask in HDU 0 of a_msk.fits has 1 x 1", "the frame 2 x 1");
    files.with("a_msk.fits", primary().bytes());
    expect(RejectCode.NO_COMPANION, "a_msk.fits has none for HDU 0");
    files.with("a_msk.fits", new byte[5000]);
    expect(RejectCode.BAD_COMPANION, "a_msk.fits", "SIMPLE");
    files.with("a_msk.fits", Arrays.copyOf(image(TWO), 2881));
    expect(RejectCode.BAD_COMPANION, "a_msk.fits", "HDU 0: ");
    byte[] damaged = gzip(image(TWO));
    damaged[damaged.length - 6] ^= 1;
    files.with("a_msk.fits", damaged);
    expect(RejectCode.BAD_COMPANION, "a_msk.fits", "gzip stream is damaged");
    files.with("a_msk.fits", image((byte) 1, (byte) 1));
    expect(RejectCode.ALL_MASKED, "all 2 pixels");
    files.with("a_sci.fits", image(TWO)).mask("old=new");
    expect(RejectCode.NO_COMPANION, "nothing to replace for old=new");
  }

  private void expect(RejectCode code, String... reason) {
    Reject reject = files.read("a_sci.fits").reject();
    assertThat(reject.code()).as(reject.reason()).isEqualTo(code);
    assertThat(reject.reason()).contains(reason);
    assertThat(reject.hdu()).isZero();
    assertThat(files.failure()).isNull();
    assertThat(files.open()).isZero();
  }

  @Test
  void theTroubleToldIsThatOfTheHduInQuestion() {
    byte[] frames =
        primary().imageExtension(8, 2, 1).data(TWO).imageExtension(8, 2, 1).data(TWO).bytes();
    byte[] masks =
        primary()
            .imageExtension(8, 0, 1)
            .imageExtension(8, 2, 1, card("DATASUM", "'99      '"))
            .data(new byte[2])
            .bytes();
    FitsBytes.Read read = files.with("sci", frames).with("msk", masks).mask(MASK).read("sci");
    assertThat(read.codes()).containsExactly(RejectCode.BAD_COMPANION, RejectCode.BAD_COMPANION);
    assertThat(read.rejects().get(0).reason()).contains("HDU 1: ", "length zero");
    assertThat(read.rejects().get(1).reason()).contains("HDU 2: ", "DATASUM");
  }

  @Test
  void aFileSystemThatFailsIsTheFramesReadFailure() {
    files.with("sci", image(TWO)).with("msk", image(TWO)).mask(MASK).broken("msk");
    Reject reject = files.read("sci").reject();
    assertThat(reject.code()).isEqualTo(RejectCode.READ_ERROR);
    assertThat(reject.hdu()).isZero();
    assertThat(reject.reason()).contains("disk on fire");
    assertThat(files.failure()).hasMessage("disk on fire");
    assertThat(files.open()).isZero();
  }

  @Test
  void compressedFramesWithCompressedCompanions() {
    files
        .with("f_sci.fits.gz", gzip(image(TWO)))
        .with("f_msk.fits.gz", gzip(image((byte) 0, (byte) 1)));
    assertThat(masked(files.mask(MASK).read("f_sci.fits.gz").frame())).isEqualTo(2);
    byte[] damaged = gzip(image(TWO));
    damaged[damaged.length - 6] ^= 1;
    Reject reject = files.with("f_sci.fits.gz", damaged).read("f_sci.fits.gz").rejects().get(0);
    assertThat(reject.code()).isEqualTo(RejectCode.CORRUPT_COMPRESSION);
  }

  @Test
  void companionsTakeTheirShareOfTheMemory() {
    files.with("f", pairs("1a", true)).mask("DQ").noise("DQ", NoiseKind.STDDEV);
    FrameReaderOptions enough = new FrameReaderOptions(FieldPattern.defaults(), 75, true);
    assertThat(files.read("f", enough).rejects())
        .as("the noise masks what is 0, so one pixel is left, which the mask takes")
        .extracting(Reject::code)
        .containsExactly(RejectCode.ALL_MASKED);
    FrameReaderOptions tooLittle = new FrameReaderOptions(FieldPattern.defaults(), 74, true);
    Reject reject = files.read("f", tooLittle).reject();
    assertThat(reject.code()).isEqualTo(RejectCode.TOO_LARGE);
    assertThat(reject.reason()).contains("3 x 1 pixels needs");
  }
}
