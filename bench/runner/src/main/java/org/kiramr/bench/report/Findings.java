package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kiramr.bench.page.Numbers;

/** Says in sentences what the numbers say: what is slower than what, by how much, and where. */
final class Findings {
  private Findings() {}

  static List<String> of(Analysis analysis) {
    List<String> sentences = new ArrayList<>();
    sentences.add(catalogues(analysis.catalogues()));
    if (!analysis.voidRuns().isEmpty()) {
      sentences.add(
          "Runs that broke a rule, are left out of all numbers, and are listed below: "
              + analysis.voidRuns().size()
              + ".");
    }
    for (Ratio ratio : analysis.ratios()) {
      if (worthASentence(ratio, analysis)) {
        sentences.add(RatioSentences.of(ratio));
      }
    }
    predictions(analysis.predictions()).ifPresent(sentences::add);
    return sentences;
  }

  private static String catalogues(List<CatalogueCheck> checks) {
    if (checks.isEmpty()) {
      return "No run gave a catalogue.";
    }
    List<String> different = those(checks, CatalogueCheck.Agreement.DIFFERENT);
    if (!different.isEmpty()) {
      return "The catalogues DIFFER between engines for " + String.join(", ", different) + ".";
    }
    return those(checks, CatalogueCheck.Agreement.WITHIN_TOLERANCE).isEmpty()
        ? "All engines gave the same catalogue of the same frames, row for row and bit for bit, at"
            + " each number of frames."
        : "All engines found the same sources in the same frames; the numbers of each are equal to"
            + " the last bit, or, for the engines that stand apart in the table of catalogues,"
            + " within the tolerances of the session"
            + borderRows(checks)
            + ".";
  }

  private static String borderRows(List<CatalogueCheck> checks) {
    if (!checks.stream().allMatch(Findings::isCounted)) {
      return ", but for border rows, which not every session has counted";
    }
    boolean any =
        checks.stream()
            .flatMap(check -> check.borderRows().values().stream())
            .anyMatch(rows -> rows > 0);
    return any ? ", but for the border rows that are counted there" : "";
  }

  private static boolean isCounted(CatalogueCheck check) {
    return check.agreement() == CatalogueCheck.Agreement.IDENTICAL
        || check.borderRows().keySet().containsAll(check.engines().keySet());
  }

  private static List<String> those(
      List<CatalogueCheck> checks, CatalogueCheck.Agreement agreement) {
    return checks.stream()
        .filter(check -> check.agreement() == agreement)
        .map(check -> check.frames() + " frames of " + check.dataSet())
        .toList();
  }

  /**
   * MapReduce against both opponents, all others against C, with all cores; cold runs only where
   * there are no warm ones, as with input from an object store.
   */
  private static boolean worthASentence(Ratio ratio, Analysis analysis) {
    SeriesKey key = ratio.key();
    int most =
        analysis.series().stream()
            .filter(other -> other.key().dataSet().equals(key.dataSet()))
            .mapToInt(other -> other.key().cores())
            .max()
            .orElse(key.cores());
    boolean opponent =
        EngineName.isMapReduce(key.engine()) || ratio.against().equals(EngineName.C_BATCH);
    boolean usual = !key.cold() || analysis.series(key.warm()).isEmpty();
    return opponent && usual && key.cores() == most;
  }

  private static Optional<String> predictions(List<PredictionCheck> checks) {
    if (checks.isEmpty()) {
      return Optional.empty();
    }
    long off = checks.stream().filter(PredictionCheck::wallOff).count();
    long foretold = checks.stream().filter(PredictionCheck::foretold).count();
    String which =
        foretold == checks.size()
            ? " wall times predicted before the measurement, "
            : " wall times that the model gives, "
                + (foretold == 0 ? "none" : Long.toString(foretold))
                + " of them surely before the measurement, ";
    return Optional.of(
        "Of "
            + checks.size()
            + which
            + off
            + " were off by more than "
            + Numbers.percent(PredictionCheck.TOLERANCE)
            + ".");
  }
}
