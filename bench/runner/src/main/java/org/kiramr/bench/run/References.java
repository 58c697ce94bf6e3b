package org.kiramr.bench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.kiramr.bench.engine.Agreement;
import org.kiramr.bench.engine.CatalogComparison;
import org.kiramr.bench.engine.Closeness;
import org.kiramr.bench.engine.Engine;
import org.kiramr.bench.engine.Outcome;
import org.kiramr.bench.engine.OutcomeReader;
import org.kiramr.bench.record.FrameDetections;

/** The catalogues that all others are held against: one for every number of frames. */
final class References {
  private final Map<Integer, Outcome> outcomes = new TreeMap<>();
  private final NavigableMap<Integer, Path> outputs = new TreeMap<>();
  private final CatalogComparison comparison;

  References(CatalogComparison comparison) {
    this.comparison = comparison;
  }

  /**
   * Takes a trial as the reference.
   *
   * @throws IOException if something is wrong with it: nothing could be held against it
   */
  void add(int frames, int cores, Trial trial) throws IOException {
    String what = "the reference for " + frames + " frames";
    Outcome outcome = trial.required(what);
    Optional<String> reason = Judge.ofProcess(trial.measured(), outcome, cores);
    if (reason.isPresent() || outcome.frames() == 0) {
      throw new IOException(
          what
              + " cannot be used: "
              + reason.orElse("no frame was extracted")
              + "; see "
              + trial.log());
    }
    outcomes.put(frames, outcome);
    outputs.put(frames, trial.output());
  }

  Outcome of(int frames) {
    return outcomes.get(frames);
  }

  /** How detections are spread over the frames of the largest, if it tells. */
  Optional<FrameDetections> frameDetections() throws IOException {
    return outputs.isEmpty()
        ? Optional.empty()
        : OutcomeReader.frameDetections(outputs.lastEntry().getValue());
  }

  /** Says of a trial whether it counts. */
  Judgement judge(Engine engine, int frames, int cores, Trial trial)
      throws IOException, InterruptedException {
    Outcome reference = of(frames);
    Optional<String> reason = Judge.ofProcess(trial.measured(), reference, cores);
    if (reason.isPresent()) {
      return Judgement.isVoid(reason.get());
    }
    if (trial.outcome().isEmpty()) {
      return Judgement.isVoid(trial.problem());
    }
    Outcome outcome = trial.outcome().get();
    reason = Judge.ofOutcome(outcome, reference, engine.agreement());
    boolean close = engine.agreement() == Agreement.CLOSE;
    if (reason.isEmpty() && close && !Judge.isIdentical(outcome, reference)) {
      Closeness closeness = comparison.closeness(outputs.get(frames), trial.output());
      return closeness.difference() == null
          ? Judgement.counts(closeness.borderRows())
          : Judgement.isVoid(closeness.difference());
    }
    return reason.map(Judgement::isVoid).orElseGet(() -> Judgement.counts(0));
  }
}
