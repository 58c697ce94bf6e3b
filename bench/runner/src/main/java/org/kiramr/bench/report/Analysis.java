package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiramr.bench.model.PerformanceModel;
import org.kiramr.bench.record.Session;

/**
 * All that the sessions show: what {@code report.json} holds.
 *
 * @param schema version of this format, {@value #SCHEMA}
 * @param sources the sessions, without their runs
 * @param series one for each data set, engine, number of cores and state of the cache
 * @param ratios of marginal costs
 * @param scaling with the number of cores
 * @param catalogues whether the engines agree
 * @param coldWarm cold beside warm runs
 * @param voidRuns runs that do not count
 * @param predictions beside measurements; empty without a model
 * @param findings the same in sentences
 */
public record Analysis(
    int schema,
    List<Source> sources,
    List<SeriesAnalysis> series,
    List<Ratio> ratios,
    List<Scaling> scaling,
    List<CatalogueCheck> catalogues,
    List<ColdWarm> coldWarm,
    List<VoidRun> voidRuns,
    List<PredictionCheck> predictions,
    List<String> findings) {
  /** The version of this format. */
  public static final int SCHEMA = 2;

  /** Where the numbers come from. */
  public record Source(
      String title,
      String started,
      String ended,
      String dataSet,
      String manifestSha256,
      int runs,
      Map<String, String> machine,
      Map<String, String> versions,
      Map<String, String> settings) {

    static Source of(Session session) {
      return new Source(
          session.title(),
          session.started(),
          session.ended(),
          session.dataSet(),
          session.manifestSha256(),
          session.runs().size(),
          session.machine(),
          session.versions(),
          session.settings());
    }
  }

  /**
   * Analyses sessions.
   *
   * @param model may be null
   */
  public static Analysis of(List<Session> sessions, PerformanceModel model) {
    Map<SeriesKey, List<Runs.Taken>> runs = Runs.bySeries(sessions);
    List<SeriesAnalysis> series = new ArrayList<>();
    runs.forEach((key, taken) -> series.add(SeriesAnalysis.of(key, taken)));
    List<Ratio> ratios = ratios(series, runs);
    Analysis numbers =
        new Analysis(
            SCHEMA,
            sessions.stream().map(Source::of).toList(),
            series,
            ratios,
            Scaling.of(series),
            CatalogueCheck.of(sessions),
            ColdWarm.of(series),
            VoidRun.of(sessions),
            model == null
                ? List.of()
                : PredictionCheck.of(model, series, Runs.started(sessions, runs)),
            List.of());
    return numbers.withFindings(Findings.of(numbers));
  }

  /** The series of a key. */
  public Optional<SeriesAnalysis> series(SeriesKey key) {
    return find(series, key);
  }

  private Analysis withFindings(List<String> sentences) {
    return new Analysis(
        schema,
        sources,
        series,
        ratios,
        scaling,
        catalogues,
        coldWarm,
        voidRuns,
        predictions,
        sentences);
  }

  private static List<Ratio> ratios(
      List<SeriesAnalysis> series, Map<SeriesKey, List<Runs.Taken>> runs) {
    List<Ratio> ratios = new ArrayList<>();
    for (SeriesAnalysis one : series) {
      String engine = one.key().engine();
      for (String against : List.of(EngineName.C_BATCH, EngineName.sparkOpponent(engine))) {
        if (!against.equals(engine) && one.wall() != null) {
          find(series, one.key().withEngine(against))
              .filter(other -> other.wall() != null)
              .flatMap(other -> Ratio.of(runs.get(one.key()), runs.get(other.key())))
              .ifPresent(ratios::add);
        }
      }
    }
    return ratios;
  }

  private static Optional<SeriesAnalysis> find(List<SeriesAnalysis> series, SeriesKey key) {
    return series.stream().filter(one -> one.key().equals(key)).findFirst();
  }
}
