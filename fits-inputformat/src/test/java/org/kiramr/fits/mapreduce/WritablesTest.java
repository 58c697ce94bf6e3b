package org.kiramr.fits.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kiramr.fits.FrameArrays.doubles;
import static org.kiramr.fits.FrameArrays.floats;
import static org.kiramr.fits.FrameArrays.mask;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.DataInputBuffer;
import org.apache.hadoop.io.DataOutputBuffer;
import org.apache.hadoop.io.Writable;
import org.junit.jupiter.api.Test;
import org.kiramr.fits.CompanionSummary;
import org.kiramr.fits.FileSummary;
import org.kiramr.fits.FitsBytes;
import org.kiramr.fits.Frame;
import org.kiramr.fits.FrameReader;
import org.kiramr.fits.FrameReaderOptions;
import org.kiramr.fits.NoiseKind;
import org.kiramr.fits.Reject;
import org.kiramr.fits.RejectCode;

/** Splits and records survive serialisation whole. */
class WritablesTest {

  private static <T extends Writable> T copy(T from, T to) throws IOException {
    DataOutputBuffer out = new DataOutputBuffer();
    from.write(out);
    DataInputBuffer in = new DataInputBuffer();
    in.reset(out.getData(), out.getLength());
    to.readFields(in);
    assertThat(in.getPosition()).as("all is read").isEqualTo(out.getLength());
    return to;
  }

  private static Frame frame(byte[] file) throws IOException {
    try (FrameReader reader =
        new FrameReader(
            new ByteArrayInputStream(file), "ä/b.fits", -1, FrameReaderOptions.defaults())) {
      return (Frame) reader.next();
    }
  }

  @Test
  void frames() throws IOException {
    byte[] floats =
        new FitsBytes()
            .image(16, 300, 200, FitsBytes.card("BLANK", 5), FitsBytes.card("FILTER", "'r'"))
            .data(FitsBytes.shorts(60_000))
            .bytes();
    byte[] doubles = new FitsBytes().image(64, 100, 90).data(new byte[72_000]).bytes();
    for (byte[] file : new byte[][] {floats, doubles}) {
      Frame before = frame(file);
      FrameRecord record = copy(FrameRecord.of(before), new FrameRecord());
      assertThat(record.kind()).isEqualTo(FrameRecord.Kind.FRAME);
      Frame after = record.frame();
      assertThat(after.id()).isEqualTo(before.id());
      assertThat(after.width()).isEqualTo(before.width());
      assertThat(after.height()).isEqualTo(before.height());
      assertThat(after.bitpix()).isEqualTo(before.bitpix());
      assertThat(floats(after)).isEqualTo(floats(before));
      assertThat(doubles(after)).isEqualTo(doubles(before));
      assertThat(mask(after)).isEqualTo(mask(before));
      assertThat(after.maskedCount()).isEqualTo(before.maskedCount());
      assertThat(after.headerBlocks()).isEqualTo(before.headerBlocks());
      assertThat(after.header().getStringValue("FILTER"))
          .isEqualTo(before.header().getStringValue("FILTER"));
    }
  }

  @Test
  void noise() throws IOException {
    Frame before = frame(FitsBytes.ramp16(3, 1));
    before.setNoise(new float[] {1, 2, 0}, NoiseKind.STDDEV);
    Frame after = copy(FrameRecord.of(before), new FrameRecord()).frame();
    assertThat(after.noiseKind()).isEqualTo(NoiseKind.STDDEV);
    assertThat(after.noise()).isEqualTo(before.noise());
    assertThat(mask(after)).containsExactly(0, 0, 1);
  }

  @Test
  void rejectsAndSummaries() throws IOException {
    Reject reject = new Reject("i", -1, "f", RejectCode.NOT_FITS, "no");
    FileSummary summary = new FileSummary("i", "hdfs://h/i", 1L << 40, 0xFFFFFFFFL, 1, 2, 3);
    FrameRecord record = new FrameRecord();
    assertThat(copy(FrameRecord.of(reject), record).reject()).isEqualTo(reject);
    assertThat(copy(FrameRecord.of(summary), record).summary()).isEqualTo(summary);
    FileSummary masked =
        new FileSummary("i", "/i", 1, 2, 3, 4, 5, new CompanionSummary("m", 6, 7), null);
    assertThat(copy(FrameRecord.of(masked), record).summary()).isEqualTo(masked);
    assertThat(record.kind()).isEqualTo(FrameRecord.Kind.SUMMARY);
    assertThatThrownBy(record::frame)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not a Frame");
    assertThatThrownBy(() -> new FrameRecord().kind()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void splits() throws Exception {
    List<FitsSplit.Entry> files =
        List.of(
            new FitsSplit.Entry("a b", new Path("hdfs://nn:8020/x/a b,c%20"), 5),
            new FitsSplit.Entry("ü", new Path("file:/ü"), 1L << 40));
    FitsSplit split = new FitsSplit(files, new String[] {"h1", "h2"});
    assertThat(split.getLocations()).containsExactly("h1", "h2");
    FitsSplit copy = copy(split, new FitsSplit());
    assertThat(copy.files()).isEqualTo(files);
    assertThat(copy.getLength()).isEqualTo(5 + (1L << 40));
  }
}
