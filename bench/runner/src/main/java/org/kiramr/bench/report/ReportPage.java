package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kiramr.bench.page.Numbers;
import org.kiramr.bench.page.Page;

/** The page of an analysis, for a reader who knows neither the project nor the machine. */
final class ReportPage {
  private ReportPage() {}

  /**
   * Writes it.
   *
   * @param notes Markdown of those who ran it; may be null
   */
  static Page of(Analysis analysis, String notes) {
    Page page = new Page("Source extraction: MapReduce beside Spark, C and Python");
    intro(page);
    page.heading("In short");
    ShortTable.write(page, analysis);
    page.bullets(analysis.findings());
    if (notes != null) {
      page.heading("Why: notes of those who ran it");
      page.verbatim(notes);
    }
    words(page);
    engines(page, analysis);
    catalogues(page, analysis);
    TimeSection.write(page, analysis);
    CostSection.write(page, analysis);
    ResourceSection.write(page, analysis);
    PredictionSection.write(page, analysis);
    voids(page, analysis);
    sources(page, analysis);
    return page;
  }

  private static void intro(Page page) {
    page.paragraph(
        "An astronomical survey takes images of the sky; *source extraction* finds the stars and"
            + " galaxies in each and writes them into a catalogue. Kira-MR does this with Hadoop"
            + " MapReduce. Here the same images were given to several programs (*engines*) that do"
            + " the same work with the same native library, SEP, and the engines took turns on one"
            + " machine. The question is what each costs, and why.");
  }

  private static void words(Page page) {
    page.heading("Words");
    page.bullets(
        List.of(
            "**Frame**: one image, one file here.",
            "**Wall time**: what a clock on the wall shows from the start of the command to its end."
                + " **CPU time**: the sum of what all its processes used of the processor's cores;"
                + " with two busy cores it grows by two seconds a second.",
            "**Marginal cost**: what one more frame adds; the slope of the line through wall time"
                + " against number of frames. It decides for large surveys."
                + " **Fixed cost**: what a run costs with no frame at all; where that line begins."
                + " It decides for small ones.",
            "**Interval**: in brackets behind a number, the range that holds the true value with"
                + " 95 % confidence, judged from the scatter of the runs: Student's t for lines,"
                + " Fieller's theorem for ratios of two slopes, Zou and Donner's method for"
                + " differences of two fixed costs.",
            "**Repeat**: all engines in turn, once. Ratios within one repeat are given too, since a"
                + " machine that is slow for a while is slow for all that run then.",
            "**Pair of runs**: a run of each of two engines in the same repeat, with the same number"
                + " of frames.",
            "**No difference** is said of two costs only where the interval of their ratio holds 1"
                + " and its ends lie within a factor of "
                + Numbers.ratio(RatioSentences.TELLING)
                + " of each other. Where it holds 1 and is wider, these runs **cannot tell**: one"
                + " engine may well be slower, but more repeats would be needed to see it.",
            "**Stage**: a part of the work, as the engine itself counts it: reading, decoding,"
                + " background, extraction, photometry, sky coordinates, writing.",
            "**×2** behind an engine's name: with two cores. **Cold**: the files were not in the"
                + " system's memory but had to come from the disk or an object store; all else is"
                + " warm.",
            "**YARN**: Hadoop's cluster manager. A *container* is a process that it starts for a"
                + " job, and starting one takes seconds."));
  }

  private static void engines(Page page, Analysis analysis) {
    page.heading("Engines");
    Set<String> names = new TreeSet<>();
    analysis.series().forEach(series -> names.add(series.key().engine()));
    analysis.voidRuns().forEach(run -> names.add(run.key().engine()));
    page.table(
        List.of("engine", "what it is"),
        names.stream().map(name -> List.of(name, EngineName.meaning(name))).toList());
  }

  private static void catalogues(Page page, Analysis analysis) {
    page.heading("The same work?");
    page.paragraph(
        "A clock is worth nothing if one program does less. Each catalogue has a digest; engines"
            + " with equal digests wrote the same rows, to the last bit of every number. Where digests differ, the rows were"
            + " compared number by number with the tolerances that are listed among the settings;"
            + " a run beyond them is void. *Border rows* are the exception: at most one row in"
            + " 100,000, in which a pixel lies so close to the border of an ellipse that rounding"
            + " decides whether it is inside; what is measured in that ellipse may differ further.");
    List<List<String>> rows = new ArrayList<>();
    for (CatalogueCheck check : analysis.catalogues()) {
      check
          .engines()
          .forEach(
              (digest, engines) ->
                  rows.add(
                      List.of(
                          check.dataSet(),
                          Integer.toString(check.frames()),
                          Long.toString(check.detections()),
                          "`" + digest.substring(0, Math.min(12, digest.length())) + "`",
                          String.join(", ", engines),
                          Objects.toString(check.borderRows().get(digest), "not counted"),
                          verdict(check.agreements().get(digest)))));
    }
    page.table(
        List.of(
            "data set", "frames:", "detections:", "digest", "engines", "border rows:", "verdict"),
        rows);
  }

  private static String verdict(CatalogueCheck.Agreement agreement) {
    return switch (agreement) {
      case IDENTICAL -> "equal to the last bit";
      case WITHIN_TOLERANCE -> "equal within the tolerances";
      case DIFFERENT -> "DIFFERENT";
    };
  }

  private static void voids(Page page, Analysis analysis) {
    page.heading("Void runs");
    if (analysis.voidRuns().isEmpty()) {
      page.paragraph("None.");
      return;
    }
    page.paragraph("These runs broke a rule and are in no number above.");
    page.table(
        List.of("data set", "engine", "frames:", "repeat:", "reason"),
        analysis.voidRuns().stream()
            .map(
                run ->
                    List.of(
                        run.key().dataSet(),
                        run.key().label(),
                        Integer.toString(run.frames()),
                        Integer.toString(run.repeat()),
                        run.reason()))
            .toList());
  }

  private static void sources(Page page, Analysis analysis) {
    page.heading("Machine, versions, settings");
    for (Analysis.Source source : analysis.sources()) {
      page.paragraph(
          "**"
              + source.title()
              + "**: "
              + source.runs()
              + " runs, "
              + source.started()
              + " to "
              + source.ended()
              + "; data set "
              + source.dataSet()
              + ", manifest `"
              + source.manifestSha256()
              + "`.");
      Map<String, String> facts = new TreeMap<>();
      source.machine().forEach((name, value) -> facts.put("machine: " + name, value));
      source.versions().forEach((name, value) -> facts.put("version: " + name, value));
      source.settings().forEach((name, value) -> facts.put("setting: " + name, value));
      page.table(
          List.of("what", "value"),
          facts.entrySet().stream()
              .map(fact -> List.of(fact.getKey(), fact.getValue()))
              .collect(Collectors.toList()));
    }
  }
}
