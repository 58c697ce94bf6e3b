package org.kiramr.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiramr.bench.model.EngineModel;
import org.kiramr.bench.model.PerformanceModel;
import org.kiramr.bench.model.Term;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.record.Stage;

class AnalysisTest {
  private static final int[] FRAMES = {50, 100, 200};

  @Test
  void findsTheCostsThatWereMadeUp() {
    Analysis analysis =
        analyse(
            new SyntheticSession()
                .engine("mr-local", 2, 4, 0.06, FRAMES)
                .engine("c-batch", 2, 0.1, 0.04, FRAMES));
    SeriesAnalysis mr = analysis.series(key("mr-local", 2)).orElseThrow();
    assertThat(mr.wall().marginal().value()).isCloseTo(0.06, within(1e-9));
    assertThat(mr.wall().fixed().value()).isCloseTo(4, within(1e-9));
    assertThat(mr.wall().marginal().low()).isLessThan(0.06);
    assertThat(mr.cpu().marginal().value()).isCloseTo(0.12, within(1e-9));
    assertThat(mr.stages())
        .filteredOn(cost -> cost.stage() == Stage.EXTRACT)
        .singleElement()
        .satisfies(cost -> assertThat(cost.perFrameSeconds()).isCloseTo(0.03, within(1e-9)));
    // 0.12 s of CPU a frame less 0.04 s in stages
    assertThat(mr.restSeconds()).isCloseTo(0.08, within(1e-9));
    assertThat(mr.at(100).orElseThrow().wallSeconds()).isCloseTo(10, within(1e-9));
  }

  @Test
  void ratiosAreByRepeatToo() {
    Analysis analysis =
        analyse(
            new SyntheticSession()
                .engine("mr-local", 2, 4, 0.06, FRAMES)
                .engine("spark-local", 2, 6, 0.05, FRAMES)
                .engine("c-batch", 2, 0.1, 0.04, FRAMES));
    Ratio toC = ratio(analysis, "mr-local", "c-batch");
    assertThat(toC.wall().value()).isCloseTo(1.5, within(1e-9));
    assertThat(toC.perRepeat()).hasSize(3);
    // the noise is the same for all that ran in a repeat, and so is the ratio
    assertThat(toC.smallest()).isCloseTo(1.5, within(1e-9));
    assertThat(toC.largest()).isCloseTo(1.5, within(1e-9));
    assertThat(toC.fixedSeconds().value()).isCloseTo(3.9, within(1e-9));
    assertThat(ratio(analysis, "mr-local", "spark-local").wall().value())
        .isCloseTo(1.2, within(1e-9));
    assertThat(analysis.findings())
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("mr-local against c-batch")
                    .contains("60.0 ms against 40.0 ms")
                    .contains("**slower**"));
  }

  @Test
  void enginesOfDifferentCoresAreNotCompared() {
    Analysis analysis =
        analyse(
            new SyntheticSession()
                .engine("mr-local", 2, 4, 0.06, FRAMES)
                .engine("c-batch", 1, 0.1, 0.08, FRAMES));
    assertThat(analysis.ratios()).isEmpty();
  }

  @Test
  void scalingIsSpeedUpByCores() {
    Analysis analysis =
        analyse(
            new SyntheticSession()
                .engine("c-batch", 1, 0.1, 0.08, FRAMES)
                .engine("c-batch", 2, 0.1, 0.05, FRAMES));
    assertThat(analysis.scaling())
        .singleElement()
        .satisfies(
            scaling -> {
              assertThat(scaling.speedUp().value()).isCloseTo(1.6, within(1e-9));
              assertThat(scaling.efficiency().value()).isCloseTo(0.8, within(1e-9));
            });
  }

  @Test
  void voidRunsAreListedAndNotCounted() {
    Analysis analysis =
        analyse(
            new SyntheticSession()
                .engine("c-batch", 2, 0.1, 0.04, FRAMES)
                .run("c-batch", 50, "it used three cores", "aa"));
    assertThat(analysis.series(key("c-batch", 2)).orElseThrow().wall().marginal().value())
        .isCloseTo(0.04, within(1e-9));
    assertThat(analysis.voidRuns())
        .singleElement()
        .satisfies(run -> assertThat(run.reason()).isEqualTo("it used three cores"));
  }

  @Test
  void cataloguesThatDifferAreCalledSo() {
    SyntheticSession session = new SyntheticSession().engine("c-batch", 2, 0.1, 0.04, FRAMES);
    assertThat(agreements(session)).containsOnly(CatalogueCheck.Agreement.IDENTICAL);
    session.run("python", 50, null, "bb");
    assertThat(agreements(session)).contains(CatalogueCheck.Agreement.WITHIN_TOLERANCE);
    session.run("external", 100, "its rows differ", "cc");
    assertThat(agreements(session)).contains(CatalogueCheck.Agreement.DIFFERENT);
    assertThat(analyse(session).findings().get(0)).contains("DIFFER").contains("100 frames");
  }

  @Test
  void borderRowsAreTold() {
    Analysis analysis =
        analyse(
            new SyntheticSession()
                .engine("c-batch", 2, 0.1, 0.04, FRAMES)
                .borderRows(1L)
                .run("python", 50, null, "bb")
                .borderRows(3L)
                .run("python", 50, null, "bb"));
    CatalogueCheck check = analysis.catalogues().get(0);
    assertThat(check.borderRows())
        .containsExactlyInAnyOrderEntriesOf(Map.of("aa50", 0L, "bb50", 3L));
    assertThat(ReportPage.of(analysis, null).markdown())
        .contains("| python | 3 | equal within the tolerances |");
    assertThat(analysis.findings().get(0)).contains("but for the border rows that are counted");
  }

  @Test
  void whereBorderRowsWereNotCountedNothingIsSaidOfTheirNumber() throws Exception {
    Session counted =
        new SyntheticSession()
            .engine("c-batch", 2, 0.1, 0.04, FRAMES)
            .run("python", 50, null, "bb")
            .session();
    ObjectMapper json = new ObjectMapper();
    JsonNode before = json.valueToTree(counted);
    before.get("runs").forEach(run -> ((ObjectNode) run).remove("borderRows"));
    Session session = json.treeToValue(before, Session.class);

    Analysis analysis = Analysis.of(List.of(session), null);
    assertThat(analysis.catalogues().get(0).borderRows()).isEmpty();
    assertThat(ReportPage.of(analysis, null).markdown())
        .contains("| python | not counted | equal within the tolerances |");
    assertThat(analysis.findings().get(0))
        .endsWith(", but for border rows, which not every session has counted.");
    assertThat(Analysis.of(List.of(counted), null).findings().get(0))
        .endsWith("within the tolerances of the session.");
  }

  @Test
  void coldRunsAreComparedWhereThereAreNoWarmOnes() {
    SyntheticSession both =
        new SyntheticSession()
            .engine("mr-local", 2, 4, 0.06, FRAMES)
            .engine("c-batch", 2, 0.1, 0.04, FRAMES);
    Session cold = both.cold().session();

    assertThat(Analysis.of(List.of(cold), null).findings())
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("mr-local against c-batch", "2 cores, cold)", "**slower**"));
    assertThat(Analysis.of(List.of(both.session(), cold), null).findings())
        .filteredOn(line -> line.contains("mr-local against c-batch"))
        .singleElement()
        .satisfies(line -> assertThat(line).doesNotContain("cold"));
  }

  @Test
  void anIntervalThatCannotBeHadIsExplained() {
    SyntheticSession scattered = new SyntheticSession().engine("mr-local", 2, 4, 0.06, FRAMES);
    // what c-batch took has nothing to do with its frames
    double[] seconds = {9, 1, 8, 2, 9, 3};
    for (int i = 0; i < seconds.length; i++) {
      scattered.run("c-batch", FRAMES[i % 3], seconds[i]);
    }
    assertThat(analyse(scattered).findings())
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("mr-local against c-batch")
                    .contains("no interval: the runs of c-batch scatter too much"));

    SyntheticSession few = new SyntheticSession().engine("mr-local", 2, 4, 0.06, FRAMES);
    assertThat(analyse(few.run("c-batch", 50, 2.5).run("c-batch", 100, 4.5)).findings())
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("mr-local against c-batch", "too few runs for an interval"));
  }

  @ParameterizedTest
  @CsvSource({
    "1999-12-31, 2 wall times predicted before the measurement",
    "2000-01-01, 'none of them surely before the measurement'",
    "1999-12-31T23:59:59Z, 2 wall times predicted before the measurement",
    "2000-01-01T00:00:01Z, 'none of them surely before the measurement'",
  })
  void aPredictionIsOneOnlyIfItWasThereBefore(String written, String sentence) {
    Term none = new Term(0, "test");
    EngineModel model =
        new EngineModel(
            new Term(0.1, "test"),
            none,
            none,
            none,
            new Term(0.08, "test"),
            none,
            none,
            new Term(1, "test"),
            new Term(4, "test"),
            new Term(1, "test"));
    PerformanceModel said =
        new PerformanceModel(
            PerformanceModel.SCHEMA, written, "test", "test", Map.of("c-batch", model));
    Session session = new SyntheticSession().engine("c-batch", 2, 0.1, 0.04, 50, 100).session();
    Analysis analysis = Analysis.of(List.of(session), said);

    assertThat(analysis.findings()).anySatisfy(line -> assertThat(line).contains(sentence));
    assertThat(ReportPage.of(analysis, null).markdown().contains("Before the measurement a model"))
        .isEqualTo(written.startsWith("1999"));
  }

  @Test
  void oneNumberOfFramesGivesNoLine() {
    Analysis analysis = analyse(new SyntheticSession().engine("c-batch", 2, 0.1, 0.04, 50));
    SeriesAnalysis only = analysis.series().get(0);
    assertThat(only.wall()).isNull();
    assertThat(only.stages()).isNotEmpty();
    assertThat(ReportPage.of(analysis, null).markdown()).contains("No line with a single number");
  }

  /** Times as they were once measured: slower in each pair, and yet a wide interval of slopes. */
  @Test
  void wholeRunsAreJudgedWhereSlopesCannotBe() {
    Analysis analysis =
        analyse(
            new SyntheticSession()
                .repeats("mr-yarn", 50, 36.0, 41.2, 39.6)
                .repeats("mr-yarn", 100, 46.3, 45.3, 47.1)
                .repeats("mr-yarn", 200, 58.2, 61.2, 65.9)
                .repeats("spark-yarn", 50, 19.9, 20.8, 19.6)
                .repeats("spark-yarn", 100, 24.1, 29.6, 27.9)
                .repeats("spark-yarn", 200, 30.5, 29.4, 42.3));
    assertThat(ratio(analysis, "mr-yarn", "spark-yarn").wall().low()).isLessThan(1);
    assertThat(sentence(analysis, "mr-yarn against spark-yarn"))
        .contains(
            "**slower in every one of 9 pairs of runs**: 61.2 s against 30.5 s with 200 frames.")
        .contains("): these runs cannot tell which costs more. Apart from frames")
        .doesNotContain("no difference")
        .containsPattern(
            "a run costs 14\\.\\d s more \\(95 % interval .* s more\\): \\*\\*slower\\*\\*");
  }

  @Test
  void noDifferenceIsSaidOnlyOfNarrowIntervals() {
    Analysis analysis =
        analyse(
            new SyntheticSession()
                .engine("mr-local", 2, 0.1, 0.04, FRAMES)
                .engine("c-batch", 2, 0.1, 0.04, FRAMES));
    assertThat(ratio(analysis, "mr-local", "c-batch").wall().low()).isBetween(0.95, 1.0);
    assertThat(sentence(analysis, "mr-local against c-batch"))
        .contains("slower in 0 and faster in 0 of 9 pairs of runs: 2.10 s against 2.10 s")
        .contains("): these runs show no difference. Apart from frames")
        .containsPattern(
            "0\\.00 s more \\(95 % interval 0\\.\\d+ s less to 0\\.\\d+ s more\\): these runs cannot");
  }

  @Test
  void wholeRunsThatPointBothWaysAreCounted() {
    Analysis most =
        analyse(
            new SyntheticSession()
                .repeats("mr-local", 50, 4, 5, 6)
                .repeats("mr-local", 100, 8, 9, 10)
                .repeats("c-batch", 50, 3, 3, 7)
                .repeats("c-batch", 100, 5, 6, 7));
    assertThat(sentence(most, "mr-local against c-batch"))
        .contains(
            "**slower at every number of frames measured** (median; in 5 of 6 pairs of runs): "
                + "9.00 s against 6.00 s with 100 frames.");

    SyntheticSession fast =
        new SyntheticSession()
            .engine("mr-local", 2, 1, 0.02, FRAMES)
            .engine("spark-local", 2, 3, 0.04, FRAMES);
    assertThat(sentence(analyse(fast), "mr-local against spark-local"))
        .contains("): faster in every one of 9 pairs of runs: 5.00 s against 11.0 s with 200")
        .contains("s less): faster.")
        .doesNotContain("slower");
  }

  @Test
  void ratiosTellTheCostsThatTheyAreMadeOf() {
    Session both =
        new SyntheticSession()
            .engine("mr-local", 2, 4, 0.06, FRAMES)
            .engine("c-batch", 2, 0.1, 0.04, FRAMES)
            .session();
    Session alone = new SyntheticSession().engine("mr-local", 2, 4, 0.1, FRAMES).session();
    Analysis analysis = Analysis.of(List.of(both, alone), null);

    assertThat(analysis.series(key("mr-local", 2)).orElseThrow().wall().marginal().value())
        .isCloseTo(0.08, within(1e-9));
    assertThat(sentence(analysis, "mr-local against c-batch"))
        .contains("60.0 ms against 40.0 ms, 1.50 times", "16.0 s against 8.10 s with 200 frames");
    assertThat(ReportPage.of(analysis, null).markdown())
        .contains("| mr-local ×2 | 80.0 | 1.50 (60.0 / 40.0) |")
        .contains("| mr-local ×2 | c-batch | 60.0 / 40.0 | 1.50 (")
        .contains("stand in brackets behind the ratio");
    assertThat(ReportPage.of(Analysis.of(List.of(both), null), null).markdown())
        .contains("| mr-local ×2 | 60.0 | 1.50 |")
        .doesNotContain("stand in brackets behind the ratio");
  }

  @Test
  void theReferencesDigestIsEqualToTheLastBitWhateverOthersGave() {
    Analysis analysis =
        analyse(
            new SyntheticSession()
                .engine("c-batch", 2, 0.1, 0.04, FRAMES)
                .engine("mr-local", 2, 4, 0.06, FRAMES)
                .run("python", 50, null, "bb")
                .run("external", 50, "its rows differ", "cc"));
    assertThat(ReportPage.of(analysis, null).markdown())
        .contains("`aa50` | c-batch, mr-local | 0 | equal to the last bit |")
        .contains("`bb50` | python | 0 | equal within the tolerances |")
        .contains("`cc50` | external | 0 | DIFFERENT |")
        .contains("`aa100` | c-batch, mr-local | 0 | equal to the last bit |");
  }

  @Test
  void withoutAReferenceTheOnlyDigestOfRunsThatCountIsEqual() {
    Analysis analysis =
        analyse(
            new SyntheticSession()
                .engine("mr-local", 2, 4, 0.06, FRAMES)
                .run("external", 50, "its rows differ", "cc"));
    assertThat(ReportPage.of(analysis, null).markdown())
        .contains("`aa50` | mr-local | 0 | equal to the last bit |")
        .contains("`cc50` | external | 0 | DIFFERENT |");
  }

  private static String sentence(Analysis analysis, String engines) {
    return analysis.findings().stream()
        .filter(line -> line.contains(engines))
        .findFirst()
        .orElseThrow();
  }

  private static List<CatalogueCheck.Agreement> agreements(SyntheticSession session) {
    return analyse(session).catalogues().stream().map(CatalogueCheck::agreement).toList();
  }

  private static Ratio ratio(Analysis analysis, String engine, String against) {
    return analysis.ratios().stream()
        .filter(one -> one.key().engine().equals(engine) && one.against().equals(against))
        .findFirst()
        .orElseThrow();
  }

  private static SeriesKey key(String engine, int cores) {
    return new SeriesKey(SyntheticSession.DATA_SET, engine, cores, false);
  }

  private static Analysis analyse(SyntheticSession session) {
    return Analysis.of(List.of(session.session()), null);
  }
}
