package org.kiramr.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mrunit.mapreduce.MapDriver;
import org.apache.hadoop.mrunit.mapreduce.MapReduceDriver;
import org.apache.hadoop.mrunit.mapreduce.ReduceDriver;
import org.apache.hadoop.mrunit.types.Pair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kiramr.catalog.FrameCatalog;
import org.kiramr.fits.FileSummary;
import org.kiramr.fits.FrameId;
import org.kiramr.fits.Reject;
import org.kiramr.fits.RejectCode;
import org.kiramr.fits.mapreduce.FrameRecord;

/** Mapper, reducer and the two together, on real frames with the real libsep. */
class ExtractMapReduceTest {
  private static final FrameId R = new FrameId("001000-1-0100", "r", "a/r.fits", 0);
  private static final FrameId G = new FrameId("001000-1-0100", "g", "a/g.fits", 0);
  private static final FrameId OTHER = new FrameId("000999-1-0001", "r", "b.fits", 2);
  private static final Reject REJECT =
      new Reject("c.fits", Reject.WHOLE_FILE, "c", RejectCode.EMPTY_FILE, "the file is empty");
  private static final FileSummary FILE =
      new FileSummary("a/r.fits", "file:/sky/a/r.fits", 1234, 99, 1, 0, 0);

  private final MapDriver<Text, FrameRecord, FrameKey, CatalogRecord> mapper =
      MapDriver.newMapDriver(new ExtractMapper());
  private final ReduceDriver<FrameKey, CatalogRecord, FrameKey, CatalogRecord> reducer =
      ReduceDriver.newReduceDriver(new ExtractReducer());
  private final MapReduceDriver<Text, FrameRecord, FrameKey, CatalogRecord, FrameKey, CatalogRecord>
      both = MapReduceDriver.newMapReduceDriver(new ExtractMapper(), new ExtractReducer());

  @BeforeEach
  @SuppressWarnings("unchecked") // MRUnit takes a comparator of keys as one of anything
  void groupByField() {
    both.setKeyGroupingComparator(new FieldGroupingComparator());
  }

  @Test
  void mapperExtractsFramesAndHandsTheRestOn() throws Exception {
    mapper.withInput(new Text("a/r.fits"), FrameRecord.of(TestFrames.frame(R, 4)));
    mapper.withInput(new Text("a/r.fits"), FrameRecord.of(FILE));
    mapper.withInput(new Text("c.fits"), FrameRecord.of(REJECT));

    List<Pair<FrameKey, CatalogRecord>> out = mapper.run();

    assertThat(out)
        .extracting(pair -> pair.getSecond().kind())
        .containsExactly(
            CatalogRecord.Kind.FRAME, CatalogRecord.Kind.FILE, CatalogRecord.Kind.REJECT);
    FrameCatalog catalog = out.get(0).getSecond().catalog();
    assertThat(catalog.rows()).isEqualTo(4);
    assertThat(out.get(0).getFirst()).isEqualTo(new FrameKey(R));
    assertThat(out.get(1).getSecond().file()).isEqualTo(FILE);
    assertThat(out.get(2).getSecond().reject()).isEqualTo(REJECT);
    assertThat(count(mapper.getCounters(), KiraCounter.FRAMES_EXTRACTED)).isEqualTo(1);
    assertThat(count(mapper.getCounters(), KiraCounter.DETECTIONS)).isEqualTo(4);
    assertThat(count(mapper.getCounters(), KiraCounter.FILES_REJECTED)).isEqualTo(1);
  }

  @Test
  void reducerPassesFramesOnAndClosesTheField() throws Exception {
    List<CatalogRecord> records = new ArrayList<>();
    mapper.withInput(new Text("a/g.fits"), FrameRecord.of(TestFrames.frame(G, 2)));
    mapper.withInput(new Text("a/r.fits"), FrameRecord.of(TestFrames.frame(R, 3)));
    mapper.run().forEach(pair -> records.add(pair.getSecond()));
    reducer.withInput(new FrameKey(G), records);

    List<Pair<FrameKey, CatalogRecord>> out = reducer.run();

    assertThat(out)
        .extracting(pair -> pair.getSecond().kind())
        .containsExactly(
            CatalogRecord.Kind.FRAME, CatalogRecord.Kind.FRAME, CatalogRecord.Kind.FIELD);
    var field = out.get(2).getSecond().field();
    assertThat(field.field()).isEqualTo("001000-1-0100");
    assertThat(field.bands()).isEqualTo("g+r");
    assertThat(field.frames()).isEqualTo(2);
    assertThat(field.detections()).isEqualTo(5);
    assertThat(field.sha256()).matches("[0-9a-f]{64}");
    assertThat(count(reducer.getCounters(), KiraCounter.FIELDS)).isEqualTo(1);
    assertThat(count(reducer.getCounters(), KiraCounter.DUPLICATE_FRAMES)).isZero();
  }

  @Test
  void togetherTheySortFramesIntoFieldsWhateverTheOrder() throws Exception {
    both.withInput(new Text("a/r.fits"), FrameRecord.of(TestFrames.frame(R, 3)));
    both.withInput(new Text("b.fits"), FrameRecord.of(TestFrames.frame(OTHER, 1)));
    both.withInput(new Text("c.fits"), FrameRecord.of(REJECT));
    both.withInput(new Text("a/g.fits"), FrameRecord.of(TestFrames.frame(G, 2)));
    both.withInput(new Text("a/r.fits"), FrameRecord.of(FILE));

    List<String> kinds = new ArrayList<>();
    for (Pair<FrameKey, CatalogRecord> pair : both.run()) {
      kinds.add(describe(pair.getSecond()));
    }

    assertThat(kinds)
        .containsExactly(
            "file a/r.fits",
            "frame b.fits",
            "field 000999-1-0001",
            "frame a/g.fits",
            "frame a/r.fits",
            "field 001000-1-0100",
            "reject c.fits");
  }

  @Test
  void anotherImageOfTheSameBandIsCountedAndKept() throws Exception {
    FrameId copy = new FrameId(R.field(), R.band(), "a/r-copy.fits", 0);
    both.withInput(new Text("a/r.fits"), FrameRecord.of(TestFrames.frame(R, 3)));
    both.withInput(new Text("a/r-copy.fits"), FrameRecord.of(TestFrames.frame(copy, 3)));

    List<Pair<FrameKey, CatalogRecord>> out = both.run();

    assertThat(out).hasSize(3);
    assertThat(count(both.getCounters(), KiraCounter.DUPLICATE_FRAMES)).isEqualTo(1);
  }

  @Test
  void thePlanesOfACubeAreNoDuplicatesOfEachOther() throws Exception {
    for (String plane : List.of("a.fits[0][*,*,1:1]", "a.fits[0][*,*,2:2]", "b.fits[0][*,*,2:2]")) {
      FrameId id = new FrameId(R.field(), R.band(), plane, 0);
      both.withInput(new Text(plane), FrameRecord.of(TestFrames.frame(id, 1)));
    }

    both.run();

    assertThat(count(both.getCounters(), KiraCounter.DUPLICATE_FRAMES)).isEqualTo(1);
  }

  private static String describe(CatalogRecord record) throws IOException {
    return switch (record.kind()) {
      case FRAME -> "frame " + record.catalog().frame().image();
      case REJECT -> "reject " + record.reject().image();
      case FILE -> "file " + record.file().image();
      case FIELD -> "field " + record.field().field();
    };
  }

  private static long count(Counters counters, KiraCounter counter) {
    return counter.in(counters);
  }
}
