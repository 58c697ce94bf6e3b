package org.kiramr.bench.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kiramr.bench.page.Numbers;
import org.kiramr.bench.stat.Interval;

/** Says in sentences what a comparison of two engines shows, and what it cannot. */
final class RatioSentences {
  /**
   * Where an interval holds 1, "no difference" is said only if its ends differ by no more than this
   * factor: of a quarter more or less a reader would want to know.
   */
  static final double TELLING = 1.25;

  private RatioSentences() {}

  static String of(Ratio ratio) {
    SeriesKey key = ratio.key();
    StringBuilder text = new StringBuilder();
    text.append("**")
        .append(key.engine())
        .append(" against ")
        .append(ratio.against())
        .append("** (")
        .append(key.dataSet())
        .append(", ")
        .append(key.cores())
        .append(key.cores() == 1 ? " core" : " cores")
        .append(key.cold() ? ", cold" : "")
        .append("): ");
    whole(ratio.whole()).ifPresent(sentence -> text.append(sentence).append(". "));
    text.append("One more frame costs ")
        .append(Numbers.millis(ratio.own().marginal().value()))
        .append(" ms against ")
        .append(Numbers.millis(ratio.opponent().marginal().value()))
        .append(" ms, ")
        .append(marginal(ratio))
        .append(". Apart from frames, a run costs ")
        .append(fixed(ratio.fixedSeconds()))
        .append('.');
    where(ratio.stages()).ifPresent(text::append);
    return text.toString();
  }

  /** Whole runs, as a clock on the wall shows them; nothing without pairs. */
  private static Optional<String> whole(List<WholeRuns> whole) {
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    int pairs = whole.stream().mapToInt(WholeRuns::pairs).sum();
    int slower = whole.stream().mapToInt(WholeRuns::slower).sum();
    int faster = whole.stream().mapToInt(WholeRuns::faster).sum();
    WholeRuns most = whole.get(whole.size() - 1);
    String times =
        Numbers.seconds(most.seconds())
            + " s against "
            + Numbers.seconds(most.otherSeconds())
            + " s with "
            + most.frames()
            + " frames";
    String every =
        pairs == 1 ? " in the only pair of runs" : " in every one of " + pairs + " pairs of runs";
    if (slower == pairs) {
      return Optional.of("**slower" + every + "**: " + times);
    }
    if (faster == pairs) {
      return Optional.of("faster" + every + ": " + times);
    }
    String of = " of " + pairs + " pairs of runs): " + times;
    String everywhere = " at every number of frames measured";
    if (whole.stream().allMatch(at -> at.seconds() > at.otherSeconds())) {
      return Optional.of("**slower" + everywhere + "** (median; in " + slower + of);
    }
    if (whole.stream().allMatch(at -> at.seconds() < at.otherSeconds())) {
      return Optional.of("faster" + everywhere + " (median; in " + faster + of);
    }
    return Optional.of(
        "slower in "
            + slower
            + " and faster in "
            + faster
            + " of "
            + pairs
            + " pairs of runs: "
            + whole.stream()
                .map(
                    at ->
                        Numbers.seconds(at.seconds())
                            + " s against "
                            + Numbers.seconds(at.otherSeconds())
                            + " s with "
                            + at.frames()
                            + " frames")
                .collect(Collectors.joining(", ")));
  }

  private static String marginal(Ratio ratio) {
    Interval wall = ratio.wall();
    String times = Numbers.ratio(wall.value()) + " times as much";
    String repeats =
        ratio.perRepeat().size() > 1
            ? "; in each repeat alone "
                + Numbers.ratio(ratio.smallest())
                + " to "
                + Numbers.ratio(ratio.largest())
            : "";
    if (!wall.bounded()) {
      String why =
          ratio.tooFewRuns()
              ? "too few runs for an interval"
              : "no interval: the runs of "
                  + ratio.against()
                  + " scatter too much to tell what a frame costs it";
      return times + " (" + why + repeats + ")";
    }
    return times
        + " (95 % interval "
        + Numbers.ratio(wall.low())
        + " to "
        + Numbers.ratio(wall.high())
        + repeats
        + "): "
        + verdict(wall);
  }

  private static String verdict(Interval ratio) {
    if (ratio.low() > 1) {
      return "**slower**";
    }
    if (ratio.high() < 1) {
      return "faster";
    }
    return ratio.low() * TELLING >= ratio.high()
        ? "these runs show no difference"
        : "these runs cannot tell which costs more";
  }

  private static String fixed(Interval seconds) {
    if (!seconds.bounded()) {
      return moreOrLess(seconds.value()) + " (too few runs for an interval)";
    }
    String verdict = "these runs cannot tell which costs more";
    if (seconds.low() > 0) {
      verdict = "**slower**";
    } else if (seconds.high() < 0) {
      verdict = "faster";
    }
    return moreOrLess(seconds.value())
        + " (95 % interval "
        + moreOrLess(seconds.low())
        + " to "
        + moreOrLess(seconds.high())
        + "): "
        + verdict;
  }

  private static String moreOrLess(double seconds) {
    return Numbers.seconds(Math.abs(seconds)) + (seconds >= 0 ? " s more" : " s less");
  }

  /** Which stages of a frame differ most. */
  private static Optional<String> where(List<StageDifference> differences) {
    if (differences.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts =
        differences.stream()
            .limit(3)
            .map(part -> part.name() + " " + Numbers.format("%+.1f", part.seconds() * 1e3) + " ms")
            .toList();
    return Optional.of(
        " Where they differ most, in time of the tasks for one frame: "
            + String.join(", ", parts)
            + ".");
  }
}
