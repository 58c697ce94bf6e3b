package org.kiramr.jobs.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mrunit.mapreduce.MapDriver;
import org.apache.hadoop.mrunit.mapreduce.MapReduceDriver;
import org.apache.hadoop.mrunit.types.Pair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.catalog.Column;
import org.kiramr.catalog.ColumnType;
import org.kiramr.catalog.OutputTables;
import org.kiramr.catalog.TableSchema;

/** Mapper and reducer of a small table. */
class CompareMapReduceTest {
  private static final TableSchema CATALOG =
      new TableSchema(
          "catalog",
          List.of(
              Column.of("field", ColumnType.STRING, "", ""),
              Column.of("band", ColumnType.STRING, "", ""),
              Column.of("image", ColumnType.STRING, "", ""),
              Column.of("hdu", ColumnType.INT32, "", ""),
              Column.of("number", ColumnType.INT32, "", ""),
              Column.of("x", ColumnType.FLOAT64, "pix", ""),
              Column.of("y", ColumnType.FLOAT64, "pix", "")));

  /** printf 'f,r,a.fits,0,2,1.0,2.0\nf,r,a.fits,0,10,1.0,2.0\n' | sha256sum. */
  private static final String DIGEST_OF_A =
      "4e765928a4df2cf8c2aba671ef768c927fe291b18ec64ceb62286442cad2960c";

  private final MapDriver<PartTag, Text, RowKey, RowRecord> mapper =
      MapDriver.newMapDriver(new CompareMapper());
  private final MapReduceDriver<PartTag, Text, RowKey, RowRecord, NullWritable, Text> both =
      MapReduceDriver.newMapReduceDriver(new CompareMapper(), new CompareReducer());

  @TempDir private java.nio.file.Path directory;

  @BeforeEach
  @SuppressWarnings("unchecked") // MRUnit takes a comparator of keys as one of anything
  void configure() {
    configure(mapper.getConfiguration());
    configure(both.getConfiguration());
    both.setKeyGroupingComparator(new RowFieldComparator());
    both.setKeyOrderComparator(new RowKeyComparator());
  }

  private static void configure(Configuration conf) {
    CompareOptions.DEFAULT.to(conf);
    for (String side : List.of("a", "b")) {
      String key = "kira.compare.internal.columns." + side + ".";
      conf.set(key + "catalog", new RowLayout(CatalogTable.CATALOG, CATALOG).text());
      conf.set(key + "frames", new RowLayout(CatalogTable.FRAMES, OutputTables.FRAMES).text());
      conf.set(key + "fields", new RowLayout(CatalogTable.FIELDS, OutputTables.FIELDS).text());
    }
  }

  @Test
  void mapperSendsTheSelectedFieldsOn() throws Exception {
    new FieldSelection(Set.of("f"), null, null, Set.of())
        .write(new Path(directory.resolve("s.json").toUri()), mapper.getConfiguration());
    mapper.withInput(tag(Side.B, CatalogTable.CATALOG), new Text("f,r,\"a,b.fits\",0,2,1.5,2.5"));
    mapper.withInput(tag(Side.A, CatalogTable.CATALOG), new Text("g,r,a.fits,0,2,1.5,2.5"));
    mapper.withInput(tag(Side.A, CatalogTable.FIELDS), new Text("f,r,1,0,2,abc"));

    List<Pair<RowKey, RowRecord>> out = mapper.run();

    assertThat(out).hasSize(2);
    assertThat(out.get(0).getFirst())
        .isEqualTo(
            RowKey.of(
                Match.IDENTITY,
                tag(Side.B, CatalogTable.CATALOG),
                new RowId("f", "r", "a,b.fits", 0, 2)));
    assertThat(out.get(0).getSecond().side()).isEqualTo(Side.B);
    assertThat(out.get(1).getFirst().compareTo(out.get(0).getFirst())).isNegative();
  }

  @Test
  void framesOfAFileThatIsLeftOutAreNotSentOn() throws Exception {
    FieldSelection.ALL
        .leavingOut(Set.of("cube.fits"))
        .write(new Path(directory.resolve("s.json").toUri()), mapper.getConfiguration());
    mapper.withInput(tag(Side.A, CatalogTable.CATALOG), new Text("f,r,cube.fits,0,2,1.5,2.5"));
    mapper.withInput(
        tag(Side.A, CatalogTable.CATALOG), new Text("f,r,\"cube.fits[0][*,*,3:3]\",0,2,1.5,2.5"));
    mapper.withInput(tag(Side.A, CatalogTable.CATALOG), new Text("f,r,cube.fits.gz,0,2,1.5,2.5"));

    assertThat(mapper.run()).hasSize(1);
  }

  @Test
  void mapperNamesWhatIsNoRow() {
    mapper.withInput(tag(Side.B, CatalogTable.CATALOG), new Text("f,r,a.fits,0,one,1.5,2.5"));

    assertThatThrownBy(mapper::run)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("catalogue B, table catalog")
        .hasMessageContaining("one is not a whole number");
  }

  @Test
  void togetherTheyPairRowsWhateverTheirOrder() throws Exception {
    row(Side.B, "f,r,a.fits,0,10,1.0,2.0");
    row(Side.A, "f,r,a.fits,0,2,1.0,2.0");
    row(Side.B, "f,r,a.fits,0,2,1.0,2.5");
    row(Side.A, "f,r,a.fits,0,10,1.0,2.0");
    row(Side.A, "f,g,a.fits,0,1,1.0,2.0");
    row(Side.B, "g,g,a.fits,0,1,1.0,2.0");

    PartialComparison found = run();

    assertThat(found.rows().equal()).isEqualTo(1);
    assertThat(found.rows().different()).isEqualTo(1);
    assertThat(found.rows().firstOnlyInA()).containsExactly(new RowId("f", "g", "a.fits", 0, 1));
    assertThat(found.rows().firstOnlyInB()).containsExactly(new RowId("g", "g", "a.fits", 0, 1));
    ColumnDifference y = found.rows().columns().get(0);
    assertThat(y.largestAbsolute().difference()).isEqualTo(0.5);
    assertThat(y.largestRelative().difference()).isEqualTo(0.2);
    // no table of fields: nothing is recorded for f in A and B, and g in B
    assertThat(found.digestMismatches()).isEqualTo(3);
  }

  @Test
  void digestsAreNotCheckedWhereRowsAreLeftOut() throws Exception {
    FieldSelection.ALL
        .leavingOut(Set.of("b.fits"))
        .write(new Path(directory.resolve("s.json").toUri()), both.getConfiguration());
    field(Side.A, "f,r,1,0,2," + DIGEST_OF_A);
    field(Side.B, "f,r,1,0,2," + DIGEST_OF_A);
    for (Side side : Side.values()) {
      row(side, "f,r,a.fits,0,2,1.0,2.0");
    }
    row(Side.B, "f,r,b.fits,0,1,1.0,2.0");

    PartialComparison found = run();

    assertThat(found.differs(false)).isFalse();
    assertThat(found.rows().equal()).isEqualTo(1);
  }

  @Test
  void severalRowsOfOneIdentityArePairedByTheirText() throws Exception {
    row(Side.A, "f,r,a.fits,0,1,3.0,2.0");
    row(Side.A, "f,r,a.fits,0,1,1.0,2.0");
    row(Side.B, "f,r,a.fits,0,1,1.0,2.0");
    row(Side.B, "f,r,a.fits,0,1,3.0,2.0");
    row(Side.B, "f,r,a.fits,0,1,4.0,2.0");

    PartialComparison found = run();

    assertThat(found.rows().equal()).isEqualTo(2);
    assertThat(found.rows().onlyInB()).isEqualTo(1);
  }

  @Test
  void theDigestIsThatOfTheRowsInOrder() throws Exception {
    field(Side.A, "f,r,1,0,2," + DIGEST_OF_A);
    field(Side.B, "f,r,1,0,2," + DIGEST_OF_A);
    row(Side.A, "f,r,a.fits,0,10,1.0,2.0");
    row(Side.A, "f,r,a.fits,0,2,1.0,2.0");
    row(Side.B, "f,r,a.fits,0,2,1.0,2.0");

    PartialComparison found = run();

    assertThat(found.firstDigestMismatches())
        .extracting(DigestMismatch::side)
        .containsExactly(Side.B);
  }

  private void row(Side side, String line) {
    both.withInput(tag(side, CatalogTable.CATALOG), new Text(line));
  }

  private void field(Side side, String line) {
    both.withInput(tag(side, CatalogTable.FIELDS), new Text(line));
  }

  private PartialComparison run() throws IOException {
    List<Pair<NullWritable, Text>> out = both.run();
    assertThat(out).hasSize(1);
    return PartialComparison.fromJson(out.get(0).getSecond().toString());
  }

  private static PartTag tag(Side side, CatalogTable table) {
    return new PartTag(side, table);
  }
}
