package org.kiramr.jobs.compare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.jobs.cli.ExitCode;

/** The command from end to end with the local job runner. */
class CompareIT {
  @TempDir private Path directory;
  private final TestCatalogue before = TestCatalogue.usual();
  private final TestCatalogue after = TestCatalogue.usual();
  private final RowId frame = before.frames().get(3);
  private Path a;
  private CompareRun run;

  @BeforeEach
  void writeOne() throws Exception {
    a = before.write(directory.resolve("a"), 2);
    run = new CompareRun(directory);
  }

  @Test
  void equalDigestsAreEnough() throws Exception {
    CatalogComparison result = run.of(a, after.write(directory.resolve("b"), 3));

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.verdict()).isEqualTo(Verdict.EQUAL_BIT_FOR_BIT);
    assertThat(result.fields().equal()).isEqualTo(3);
    assertThat(result.rows()).isNull();
    assertThat(run.printed()).endsWith("equal bit for bit\n").contains("none read");
    assertThat(directory.resolve("hadoop")).doesNotExist();
  }

  @Test
  void oneBitIsFoundAndNothingIsLeftBehind() throws Exception {
    Path b = after.flip(frame, 42, "flux_auto").write(directory.resolve("b"), 1);

    CatalogComparison result = run.of(a, b);

    assertThat(run.exitCode()).isEqualTo(ExitCode.DIFFERENT);
    assertThat(result.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(result.fields().firstDifferent()).containsExactly(frame.field());
    TableDifference rows = result.rows();
    assertThat(rows.inA()).isEqualTo(200);
    assertThat(rows.equal()).isEqualTo(199);
    assertThat(rows.different()).isEqualTo(1);
    RowId row = new RowId(frame.field(), frame.band(), frame.image(), 0, 42);
    assertThat(rows.firstDifferent())
        .containsExactly(
            new RowDifference(
                row,
                row,
                List.of(
                    new ValueDifference(
                        "flux_auto",
                        before.value(frame, 42, "flux_auto"),
                        after.value(frame, 42, "flux_auto"),
                        true))));
    assertThat(rows.columns()).hasSize(1);
    Extreme extreme = rows.columns().get(0).largestAbsolute();
    assertThat(extreme.row()).isEqualTo(row);
    assertThat(extreme.difference()).isPositive().isLessThan(1e-9);
    assertThat(result.digestMismatches()).isZero();
    assertThat(run.printed()).contains(row.toString()).endsWith("different\n");
    assertThat(leftOvers()).isEmpty();
  }

  @Test
  void oneBitOfAMillionRowsIsFound() throws Exception {
    TestCatalogue one = new TestCatalogue().frame(ManyFields.field(0), "r", "night/r.fits", 1000);
    Path usual = one.write(directory.resolve("usual"), 1);
    RowId row = one.frames().get(0);
    Path special = one.flip(row, 617, "y").write(directory.resolve("special"), 1);
    Path large = ManyFields.write(directory.resolve("large"), 1000, usual, usual, 614);
    Path changed = ManyFields.write(directory.resolve("changed"), 1000, usual, special, 614);

    CatalogComparison result = run.of(large, changed);

    assertThat(run.exitCode()).isEqualTo(ExitCode.DIFFERENT);
    assertThat(result.fields().inA()).isEqualTo(1000);
    assertThat(result.fields().equal()).isEqualTo(999);
    assertThat(result.fields().firstDifferent()).containsExactly(ManyFields.field(614));
    assertThat(result.rows().equal()).isEqualTo(999);
    assertThat(result.rows().firstDifferent())
        .extracting(RowDifference::a)
        .containsExactly(new RowId(ManyFields.field(614), "r", "night/r.fits", 0, 617));
    assertThat(result.rows().columns())
        .extracting(ColumnDifference::column, ColumnDifference::rows)
        .containsExactly(tuple("y", 1L));
    assertThat(result.digestMismatches()).isZero();
  }

  @Test
  void oneBitOfAHundredThousandRowsIsFoundThoughAllAreRead() throws Exception {
    TestCatalogue one = new TestCatalogue();
    for (int i = 0; i < 100; i++) {
      one.frame("%06d-1-0011".formatted(i), "r", "night/" + i + ".fits", 1000);
    }
    Path large = one.write(directory.resolve("large"), 3);
    RowId row = one.frames().get(61);
    Path changed = one.flip(row, 617, "y").write(directory.resolve("changed"), 2);

    CatalogComparison result = run.of(large, changed, "--rows");

    assertThat(result.rows().inA()).isEqualTo(100_000);
    assertThat(result.rows().equal()).isEqualTo(99_999);
    assertThat(result.rows().firstDifferent().get(0).a().number()).isEqualTo(617);
    assertThat(result.rows().columns())
        .extracting(ColumnDifference::column, ColumnDifference::rows)
        .containsExactly(tuple("y", 1L));
  }

  @Test
  void theResultDoesNotDependOnHowTheWorkIsCut() throws Exception {
    for (int number = 1; number <= 30; number++) {
      after.flip(before.frames().get(number % 6), number, "x").flip(frame, number, "y");
    }
    after.remove(frame, 60).remove(before.frames().get(0), 3);
    Path b = after.write(directory.resolve("b"), 3);

    CatalogComparison once = run.of(a, b, "--reducers", "1", "--show", "7");
    CatalogComparison again =
        run.of(
            a,
            b,
            "--reducers",
            "3",
            "--show",
            "7",
            "-D",
            "mapreduce.input.fileinputformat.split.maxsize=5000");

    assertThat(again).isEqualTo(once);
    assertThat(once.rows().firstDifferent()).hasSize(7);
    assertThat(once.rows().onlyInA()).isEqualTo(2);
    assertThat(once.rows().inB()).isEqualTo(598);
  }

  @Test
  void withinItsToleranceAColumnMayDiffer() throws Exception {
    Path b =
        after
            .flip(frame, 1, "flux_auto")
            .set(frame, 2, "kron_radius", "3.25")
            .write(directory.resolve("b"), 1);

    CatalogComparison within =
        run.of(a, b, "--tolerance", "flux_auto=rel:1e-12", "--tolerance", "kron_radius=abs:5000");
    assertThat(run.exitCode()).isZero();
    assertThat(within.verdict()).isEqualTo(Verdict.EQUAL_WITHIN_TOLERANCES);
    assertThat(within.rows().withinTolerance()).isEqualTo(2);
    assertThat(run.printed()).endsWith("equal within tolerances\n");

    CatalogComparison beyond = run.of(a, b, "--tolerance", "*=abs:1e-9,rel:1e-12");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DIFFERENT);
    assertThat(beyond.rows().withinTolerance()).isEqualTo(1);
    assertThat(beyond.rows().different()).isEqualTo(1);

    CatalogComparison without = run.of(a, b, "--ignore", "kron_radius", "--ignore", "flux_auto");
    assertThat(run.exitCode()).isZero();
    assertThat(without.ignored()).containsExactly("flux_auto", "kron_radius");
    assertThat(run.printed())
        .endsWith("equal bit for bit, columns left out: flux_auto, kron_radius\n");
  }

  @Test
  void notANumberAndNothingEqualThemselvesOnly() throws Exception {
    before.set(frame, 1, "kron_radius", "nan").set(frame, 2, "ra", "").set(frame, 3, "y2", "nan");
    Path one = before.write(directory.resolve("one"), 1);
    after.set(frame, 1, "kron_radius", "nan").set(frame, 2, "ra", "").set(frame, 3, "y2", "");
    after.set(frame, 4, "y2", "inf").set(frame, 5, "a", "-0.0");
    before.set(frame, 5, "a", "0.0");
    Path b = after.write(directory.resolve("b"), 1);

    TableDifference rows = run.of(one, b, "--tolerance", "*=abs:1e300").rows();

    assertThat(rows.columns()).extracting(ColumnDifference::column).containsExactly("y2", "a");
    ColumnDifference y2 = rows.columns().get(0);
    assertThat(y2.incomparable()).isEqualTo(2);
    assertThat(y2.largestAbsolute()).isNull();
    assertThat(y2.firstIncomparable().row().number()).isEqualTo(3);
    assertThat(rows.different()).isEqualTo(2);
  }

  @Test
  void rowsThatDoNotHaveTheirDigestAreFoundIfAllAreRead() throws Exception {
    Path b = after.write(directory.resolve("b"), 1);
    Path part = b.resolve("catalog/part-r-00000.ecsv");
    String value = after.value(frame, 7, "cxx");
    Files.writeString(part, Files.readString(part).replace("," + value + ",", ",0.0,"));

    assertThat(run.of(a, b).isEqual()).isTrue();
    CatalogComparison result = run.of(a, b, "--rows");

    assertThat(run.exitCode()).isEqualTo(ExitCode.DIFFERENT);
    assertThat(result.rows().inA()).isEqualTo(600);
    assertThat(result.rows().different()).isEqualTo(1);
    assertThat(result.digestMismatches()).isEqualTo(1);
    assertThat(result.firstDigestMismatches().get(0).side()).isEqualTo(Side.B);
    assertThat(result.firstDigestMismatches().get(0).field()).isEqualTo(frame.field());
  }

  @Test
  void fieldsAndFramesOfOneAloneAreDifferences() throws Exception {
    after.frame("009999-1-0011", "r", "extra.fits", 10).remove(frame);
    after.frame(before.frames().get(0).field(), "z", "empty.fits", 0);

    CatalogComparison result = run.of(a, after.write(directory.resolve("b"), 2));

    assertThat(run.exitCode()).isEqualTo(ExitCode.DIFFERENT);
    assertThat(result.fields().firstOnlyInB()).containsExactly("009999-1-0011");
    assertThat(result.fields().otherFrames()).isEqualTo(2);
    assertThat(result.rows().onlyInA()).isEqualTo(100);
    assertThat(result.rows().onlyInB()).isEqualTo(10);
    assertThat(result.frames().firstOnlyInA()).containsExactly(frame);
    assertThat(result.frames().onlyInB()).isEqualTo(2);
  }

  @Test
  void frameWithoutDetectionsIsMissedThoughDigestsAndNumbersOfFramesAreTheSame() throws Exception {
    Path one = before.frame(frame.field(), "z", "one.fits", 0).write(directory.resolve("one"), 1);
    Path other =
        after.frame(frame.field(), "z", "other.fits", 0).write(directory.resolve("other"), 2);

    CatalogComparison result = run.of(one, other);
    assertThat(run.exitCode()).isEqualTo(ExitCode.DIFFERENT);
    assertThat(result.fields().otherFrames()).isEqualTo(1);
    assertThat(result.rows().inA()).isEqualTo(200);
    assertThat(result.rows().equal()).isEqualTo(200);
    assertThat(result.frames().firstOnlyInA())
        .containsExactly(new RowId(frame.field(), "z", "one.fits", 0, 0));
    assertThat(result.frames().onlyInB()).isEqualTo(1);

    // by position a frame is not known by the name of its image
    assertThat(run.of(one, other, "--match", "position").rows()).isNull();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void frameOfAFieldThatIsNotInTheTableOfFieldsIsNamed() throws Exception {
    Path b = after.write(directory.resolve("b"), 1);
    Path fields = b.resolve("fields/part-r-00000.ecsv");
    Files.writeString(
        fields, Files.readString(fields).replaceAll("(?m)^" + frame.field() + ".*\n", ""));

    assertThatThrownBy(() -> run.of(a, b)).hasMessageContaining("frames of field " + frame.field());
  }

  @Test
  void anotherBackgroundIsToldAndDoesNotCount() throws Exception {
    after.setFrame(frame, "background", 99.5f);

    CatalogComparison result = run.of(a, after.write(directory.resolve("b"), 2), "--rows");

    assertThat(run.exitCode()).isZero();
    assertThat(result.frames().columns())
        .extracting(ColumnDifference::column)
        .containsExactly("background");
    assertThat(run.printed()).contains("column background").endsWith("equal bit for bit\n");
  }

  @Test
  void rejectsOfOneAloneAreDifferencesAndOtherCodesAreNot() throws Exception {
    Path one = before.reject("x.fits", "EMPTY_FILE").write(directory.resolve("one"), 1);
    Path other =
        TestCatalogue.usual().reject("x.fits", "TRUNCATED").write(directory.resolve("other"), 1);

    CatalogComparison otherCode = run.of(one, other);
    assertThat(run.exitCode()).isZero();
    assertThat(otherCode.rejects().otherCode()).isEqualTo(1);

    CatalogComparison missing = run.of(a, one);
    assertThat(run.exitCode()).isEqualTo(ExitCode.DIFFERENT);
    assertThat(missing.rejects().first()).containsExactly("only in B: x.fits HDU 0 EMPTY_FILE");
  }

  @Test
  void whatIsOnlyToldCountsWhereEveryTableDoes() throws Exception {
    CompareOptions every = CompareOptions.DEFAULT.withEverything();
    Path one = before.reject("x.fits", "EMPTY_FILE").write(directory.resolve("one"), 1);
    Path otherCode =
        TestCatalogue.usual().reject("x.fits", "TRUNCATED").write(directory.resolve("code"), 1);
    Path same = after.write(directory.resolve("same"), 3);
    Path otherFrame = after.setFrame(frame, "background", 99.5f).write(directory.resolve("b"), 2);

    assertThat(verdict(a, same, every)).isEqualTo(Verdict.EQUAL_BIT_FOR_BIT);
    assertThat(verdict(one, otherCode, every)).isEqualTo(Verdict.DIFFERENT);
    assertThat(verdict(a, otherFrame, every)).isEqualTo(Verdict.DIFFERENT);
    Tolerances any = Tolerances.parse(List.of("*=abs:1e9"));
    assertThat(verdict(a, otherFrame, every.withTolerances(any)))
        .isEqualTo(Verdict.EQUAL_WITHIN_TOLERANCES);
  }

  @Test
  void otherCountsOfAFieldCountThereToo() throws Exception {
    Path b = after.write(directory.resolve("b"), 1);
    Path fields = b.resolve("fields/part-r-00000.ecsv");
    String text = Files.readString(fields);
    String changed = text.replaceFirst("(?m)^(" + frame.field() + ",g\\+r,2,)0,", "$17,");
    assertThat(changed).isNotEqualTo(text);
    Files.writeString(fields, changed);

    CatalogComparison told = run.of(a, b);
    assertThat(run.exitCode()).isZero();
    assertThat(told.fields().otherValues()).isEqualTo(1);
    assertThat(run.printed()).contains("1 fields have other values in the table of fields");
    assertThat(verdict(a, b, CompareOptions.DEFAULT.withEverything())).isEqualTo(Verdict.DIFFERENT);
  }

  @Test
  void theOutputOfTheProgramInCIsACatalogueToo() throws Exception {
    Path c = after.writeCsv(directory.resolve("c"));
    assertThat(run.of(a, c, "--rows").verdict()).isEqualTo(Verdict.EQUAL_BIT_FOR_BIT);

    Path changed = after.flip(frame, 42, "x").writeCsv(directory.resolve("changed"));
    CatalogComparison result = run.of(changed, a);
    assertThat(result.rows().columns()).extracting(ColumnDifference::column).containsExactly("x");
    assertThat(result.rows().equal()).isEqualTo(199);
  }

  @Test
  void aColumnOfOneAloneIsNamedUnlessIgnored() throws Exception {
    Path c = after.writeCsv(directory.resolve("c"));
    Path file = c.resolve("catalog.csv");
    String text = Files.readString(file).replaceAll("(?m),[^,\n]*,[^,\n]*$", "");
    Files.writeString(file, text);
    Path fields = c.resolve("fields.csv");
    Files.writeString(fields, Files.readString(fields).replaceAll("(?m)[0-9a-f]{64}$", "0"));

    CatalogComparison result = run.of(a, c);
    assertThat(run.exitCode()).isEqualTo(ExitCode.DIFFERENT);
    assertThat(result.columnsOnlyInA()).containsExactly("ra", "dec");
    assertThat(result.rows().equal()).isEqualTo(600);
    assertThat(result.digestMismatches()).isEqualTo(3);
  }

  @Test
  void byPositionImagesMayHaveOtherNamesAndRowsOtherNumbers() throws Exception {
    TestCatalogue renamed = new TestCatalogue();
    for (RowId each : before.frames()) {
      renamed.frame(each.field(), each.band(), "elsewhere.fits", 100);
    }
    RowId there = renamed.frames().get(3);
    renamed.remove(there, 1).set(there, 10, "x", "-500.0");
    Path b = renamed.write(directory.resolve("b"), 2);

    CatalogComparison byIdentity = run.of(a, b);
    assertThat(byIdentity.rows().onlyInA()).isEqualTo(600);
    assertThat(run.printed()).contains("try --match position");

    CatalogComparison result = run.of(a, b, "--match", "position", "--radius", "0.5");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DIFFERENT);
    assertThat(result.rows().equal()).isEqualTo(598);
    assertThat(result.rows().onlyInA()).isEqualTo(2);
    assertThat(result.rows().onlyInB()).isEqualTo(1);
    assertThat(result.frames().equal()).isEqualTo(6);
    assertThat(result.rejects()).isNull();
  }

  @Test
  void jsonOnStandardOutputStandsAlone() throws Exception {
    Path b = after.write(directory.resolve("b"), 1);

    assertThat(run.run("--json", "-", a.toString(), b.toString())).isZero();

    assertThat(run.printed())
        .startsWith("{")
        .endsWith("}\n")
        .contains("\"verdict\" : \"EQUAL_BIT_FOR_BIT\"");
  }

  @Test
  void aPartWithOtherColumnsFailsTheJob() throws Exception {
    Path b = after.flip(frame, 1, "x").write(directory.resolve("b"), 2);
    for (int part = 0; part < 2; part++) {
      Path file = b.resolve("frames/part-r-0000" + part + ".ecsv");
      if (part == 1) {
        Files.writeString(file, Files.readString(file).replace("pixel_stack", "stack"));
      }
    }
    assertThatThrownBy(() -> run.of(a, b, "--rows")).hasMessageContaining("failed");
    assertThat(leftOvers()).isEmpty();
  }

  private List<Path> leftOvers() throws Exception {
    try (Stream<Path> files = Files.walk(directory.resolve("hadoop"))) {
      return files
          .filter(path -> path.getFileName().toString().startsWith("kira-compare-"))
          .toList();
    }
  }

  private static Verdict verdict(Path a, Path b, CompareOptions options) throws Exception {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    return new CatalogComparer(new Configuration(), nowhere)
        .compare(a.toString(), b.toString(), options)
        .verdict();
  }
}
