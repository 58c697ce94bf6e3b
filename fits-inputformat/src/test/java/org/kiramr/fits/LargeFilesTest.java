package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kiramr.fits.FitsBytes.card;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that no int can count the bytes of. */
class LargeFilesTest {
  private static final FrameReaderOptions OPTIONS =
      new FrameReaderOptions(FieldPattern.defaults(), 16 << 20, true);

  /** The places that matter are where the other tests of this class and the record reader's go. */
  @Test
  void theFileHasImagesBehindBothMarks() {
    LargeFits file = new LargeFits();
    assertThat(file.start(2)).isBetween(1L << 31, 1L << 32);
    assertThat(file.start(4)).isGreaterThan(1L << 32);
    assertThat(file.start(6)).isBetween(6_000_000_000L, LargeFits.BYTES);
  }

  @LargeTest
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sixGigabytes(boolean lengthKnown) throws IOException {
    long length = lengthKnown ? LargeFits.BYTES : -1;
    List<Integer> frames = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    try (FrameReader reader =
        new FrameReader(new LargeFits().stream(), "large.fits", length, OPTIONS)) {
      for (FrameItem item = reader.next(); item != null; item = reader.next()) {
        if (item instanceof Frame frame) {
          LargeFits.verify(frame);
          frames.add(frame.id().hdu());
        } else {
          rejects.add((Reject) item);
        }
      }
      assertThat(reader.bytesRead()).isEqualTo(LargeFits.BYTES);
      assertThat(reader.hdusIgnored()).isEqualTo(2);
    }
    assertThat(frames).isEqualTo(LargeFits.FRAMES);
    assertThat(rejects).extracting(Reject::hdu).containsExactly(LargeFits.TOO_LARGE);
    assertThat(rejects.get(0).code()).isEqualTo(RejectCode.TOO_LARGE);
    assertThat(rejects.get(0).reason())
        .contains("50000 x 50000", "one of this type can have 536870911");
  }

  @LargeTest
  @Test
  void moreHdusThanAnyFileHas() throws IOException {
    byte[] empty =
        new FitsBytes()
            .header(card("XTENSION", "'IMAGE   '"), card("BITPIX", 8), card("NAXIS", 0))
            .bytes();
    List<InputStream> parts = new ArrayList<>();
    parts.add(new ByteArrayInputStream(FitsBytes.ramp16(10, 10)));
    for (int i = 0; i < HduReader.MAX_HDUS + 10; i++) {
      parts.add(new ByteArrayInputStream(empty));
    }
    InputStream in = new SequenceInputStream(Collections.enumeration(parts));
    try (FrameReader reader = new FrameReader(in, "many.fits", -1, OPTIONS)) {
      assertThat(reader.next()).isInstanceOf(Frame.class);
      Reject reject = (Reject) reader.next();
      assertThat(reject.code()).isEqualTo(RejectCode.BAD_HEADER);
      assertThat(reject.hdu()).isEqualTo(HduReader.MAX_HDUS);
      assertThat(reader.next()).isNull();
      assertThat(reader.hdusIgnored()).isEqualTo(HduReader.MAX_HDUS - 1);
    }
  }
}
