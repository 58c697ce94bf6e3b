package org.kiramr.bench.run;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kiramr.bench.dataset.Manifest;
import org.kiramr.bench.engine.Engine;
import org.kiramr.bench.engine.Folders;
import org.kiramr.bench.engine.Outcome;
import org.kiramr.bench.measure.Measurement;
import org.kiramr.bench.record.EngineRun;

/** Makes the runs of a plan, one after the other, and records each at once. */
final class SessionRunner {
  private final SessionPlan plan;
  private final Inputs inputs;
  private final Laboratory laboratory;
  private final References references;
  private final SessionRecorder recorder;
  private final PrintStream out;

  SessionRunner(
      SessionPlan plan,
      Inputs inputs,
      Laboratory laboratory,
      References references,
      SessionRecorder recorder,
      PrintStream out) {
    this.plan = plan;
    this.inputs = inputs;
    this.laboratory = laboratory;
    this.references = references;
    this.recorder = recorder;
    this.out = out;
  }

  /** Makes every run that has not been made yet. */
  void run() throws IOException, InterruptedException {
    List<Turn> open = plan.turns().stream().filter(turn -> !recorder.has(turn)).toList();
    if (open.isEmpty()) {
      return;
    }
    int cores = open.stream().mapToInt(Turn::cores).max().getAsInt();
    makeReferences(open, cores);
    references.frameDetections().ifPresent(recorder::frameDetections);
    warmUp(open, cores);
    for (Turn turn : open) {
      EngineRun run = take(turn);
      recorder.add(run);
      out.println(line(run));
    }
  }

  private void makeReferences(List<Turn> turns, int cores)
      throws IOException, InterruptedException {
    for (int frames : turns.stream().mapToInt(Turn::frames).distinct().sorted().toArray()) {
      out.printf("reference: %s on %d frames%n", plan.reference().name(), frames);
      references.add(
          frames,
          cores,
          laboratory.run(plan.reference(), inputs.subset(frames), cores, "reference-" + frames));
    }
  }

  /** Every engine has run once before the first run that counts; so has its code on disk. */
  private void warmUp(List<Turn> turns, int cores) throws IOException, InterruptedException {
    for (Engine engine : plan.engines()) {
      int frames =
          turns.stream()
              .filter(turn -> turn.engine().equals(engine))
              .mapToInt(Turn::frames)
              .min()
              .orElse(0);
      if (frames == 0 || engine.equals(plan.reference())) {
        continue;
      }
      Trial trial =
          laboratory.run(engine, inputs.subset(frames), cores, "warm-up-" + engine.name());
      String problem = references.judge(engine, frames, cores, trial).voidReason();
      out.printf(
          "warm-up: %s on %d frames%s%n",
          engine.name(), frames, problem == null ? "" : ": would be void: " + problem);
      Folders.delete(trial.output());
    }
  }

  private EngineRun take(Turn turn) throws IOException, InterruptedException {
    Manifest frames = inputs.subset(turn.frames());
    String name = String.format(Locale.ROOT, "%04d-%s", turn.number(), turn.engine().name());
    String started = SessionRecorder.now();
    Trial trial = laboratory.run(turn.engine(), frames, turn.cores(), name);
    Judgement judgement = references.judge(turn.engine(), turn.frames(), turn.cores(), trial);
    Folders.delete(trial.output());
    Measurement measured = trial.measured();
    Optional<Outcome> outcome = trial.outcome();
    return new EngineRun(
        turn.engine().name(),
        turn.frames(),
        frames.bytes(),
        turn.repeat(),
        turn.number(),
        turn.cores(),
        plan.cold(),
        started,
        measured.wallSeconds(),
        measured.cpuSeconds(),
        measured.peakMemoryBytes(),
        measured.readBytes(),
        measured.writtenBytes(),
        outcome.map(Outcome::stageSeconds).orElse(Map.of()),
        outcome.map(Outcome::detections).orElse(0L),
        outcome.map(Outcome::fields).orElse(0),
        references.of(turn.frames()).megapixels(),
        outcome.map(Outcome::catalogSha256).orElse(""),
        judgement.borderRows(),
        measured.exitCode(),
        judgement.voidReason(),
        trial.command().stream().map(this::withoutCheckout).toList());
  }

  /** Paths as they are seen from the checkout: a record is the same on every machine. */
  private String withoutCheckout(String word) {
    return word.replace(plan.checkout() + "/", "");
  }

  private String line(EngineRun run) {
    return String.format(
        Locale.ROOT,
        "%d/%d %s: %d frames, repeat %d, %d core%s: %.2f s, CPU %.2f s, %.0f MB%s",
        run.turn(),
        plan.turns().size(),
        run.engine(),
        run.frames(),
        run.repeat(),
        run.cores(),
        run.cores() == 1 ? "" : "s",
        run.wallSeconds(),
        run.cpuSeconds(),
        run.peakMemoryBytes() / 1e6,
        run.counts() ? "" : ": VOID: " + run.voidReason());
  }
}
