package org.kiramr.bench.run;

import java.util.Locale;
import java.util.Optional;
import org.kiramr.bench.engine.Agreement;
import org.kiramr.bench.engine.Outcome;
import org.kiramr.bench.measure.Measurement;

/** Says of a run whether it counts, and if not, why: the first reason that applies. */
final class Judge {
  /** Clock ticks of many processes are rounded; an engine with one core too many uses far more. */
  private static final double CPU_MARGIN = 1.05;

  private static final int DONE = 0;
  private static final int DONE_WITH_REJECTS = 3;

  private Judge() {}

  /** Why the process does not count, whatever its output is. */
  static Optional<String> ofProcess(Measurement measured, Outcome reference, int cores) {
    if (measured.timedOut()) {
      return Optional.of("it did not end in time and was killed");
    }
    int code = measured.exitCode();
    if (code != DONE && !(code == DONE_WITH_REJECTS && reference.rejects() > 0)) {
      return Optional.of("exit code " + code);
    }
    if (measured.leftProcesses() > 0) {
      return Optional.of(measured.leftProcesses() + " of its processes outlived it");
    }
    double most = cores * measured.spanSeconds() * CPU_MARGIN;
    if (measured.cpuSeconds() > most) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "it used %.1f s of CPU in %.1f s, more than %d core%s can give",
              measured.cpuSeconds(),
              measured.spanSeconds(),
              cores,
              cores == 1 ? "" : "s"));
    }
    return Optional.empty();
  }

  /** Why the output does not count, beside the reference's; what is left is to compare rows. */
  static Optional<String> ofOutcome(Outcome outcome, Outcome reference, Agreement agreement) {
    if (outcome.frames() >= 0 && outcome.frames() != reference.frames()) {
      return Optional.of(
          outcome.frames() + " frames extracted, the reference has " + reference.frames());
    }
    if (outcome.frames() >= 0 && outcome.rejects() != reference.rejects()) {
      return Optional.of(outcome.rejects() + " rejects, the reference has " + reference.rejects());
    }
    if (outcome.detections() != reference.detections()) {
      return Optional.of(
          outcome.detections() + " detections, the reference has " + reference.detections());
    }
    if (!outcome.fieldsTableAgrees()) {
      return Optional.of("its table of fields does not have the digests of its rows");
    }
    if (agreement == Agreement.IDENTICAL && !isIdentical(outcome, reference)) {
      return Optional.of("its rows differ from the reference's");
    }
    return Optional.empty();
  }

  static boolean isIdentical(Outcome outcome, Outcome reference) {
    return outcome.catalogSha256().equals(reference.catalogSha256());
  }
}
