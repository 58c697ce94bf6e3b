package org.kiramr.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kiramr.bench.engine.Agreement;
import org.kiramr.bench.engine.Outcome;
import org.kiramr.bench.measure.Measurement;

class JudgeTest {
  private static final Outcome REFERENCE = outcome("same", 100, 10, 0, true);

  private static Outcome outcome(
      String digest, long detections, int frames, int rejects, boolean fieldsAgree) {
    return new Outcome(digest, detections, frames, 2, rejects, 30, fieldsAgree, Map.of());
  }

  private static Measurement measurement(double cpu, double wall, double span, int exitCode) {
    return new Measurement(wall, span, cpu, 1, 1, 1, exitCode, false, 0);
  }

  private static Measurement good() {
    return measurement(19, 10, 10, 0);
  }

  @Test
  void aRunThatDidAsToldCounts() {
    assertThat(Judge.ofProcess(good(), REFERENCE, 2)).isEmpty();
    assertThat(Judge.ofOutcome(REFERENCE, REFERENCE, Agreement.IDENTICAL)).isEmpty();
  }

  @Test
  void moreCpuThanTheCoresGiveIsVoid() {
    assertThat(Judge.ofProcess(good(), REFERENCE, 1))
        .contains("it used 19.0 s of CPU in 10.0 s, more than 1 core can give");
    // 5 % for the rounding of many short processes
    assertThat(Judge.ofProcess(measurement(10.4, 10, 10, 0), REFERENCE, 1)).isEmpty();
    assertThat(Judge.ofProcess(measurement(10.6, 10, 10, 0), REFERENCE, 1)).isPresent();
  }

  @Test
  void containersThatEndAfterTheClientHaveTheirTime() {
    assertThat(Judge.ofProcess(measurement(22, 10, 12, 0), REFERENCE, 2)).isEmpty();
  }

  @Test
  void aFailedRunIsVoid() {
    assertThat(Judge.ofProcess(measurement(1, 1, 1, 1), REFERENCE, 2)).contains("exit code 1");
    assertThat(Judge.ofProcess(measurement(1, 1, 1, 3), REFERENCE, 2)).contains("exit code 3");
    Outcome rejecting = outcome("same", 100, 9, 1, true);
    assertThat(Judge.ofProcess(measurement(1, 1, 1, 3), rejecting, 2)).isEmpty();
    assertThat(Judge.ofProcess(new Measurement(1, 1, 1, 1, 1, 1, 137, true, 0), REFERENCE, 2))
        .contains("it did not end in time and was killed");
    assertThat(Judge.ofProcess(new Measurement(1, 1, 1, 1, 1, 1, 0, false, 3), REFERENCE, 2))
        .contains("3 of its processes outlived it");
  }

  @Test
  void lessWorkIsVoid() {
    assertThat(judge(outcome("same", 100, 9, 0, true))).contains("9 frames extracted");
    assertThat(judge(outcome("same", 99, 10, 0, true))).contains("99 detections");
    assertThat(judge(outcome("same", 100, 10, 1, true))).contains("1 rejects");
  }

  @Test
  void otherRowsAreVoidWhereTheyHaveToBeEqual() {
    Outcome other = outcome("other", 100, 10, 0, true);
    assertThat(judge(other)).contains("rows differ");
    assertThat(Judge.ofOutcome(other, REFERENCE, Agreement.CLOSE)).isEmpty();
    assertThat(Judge.isIdentical(other, REFERENCE)).isFalse();
  }

  @Test
  void aTableOfFieldsThatLiesIsVoid() {
    assertThat(judge(outcome("same", 100, 10, 0, false))).contains("table of fields");
  }

  @Test
  void anEngineWithoutATableOfFramesIsJudgedByItsRows() {
    assertThat(Judge.ofOutcome(outcome("same", 100, -1, 0, true), REFERENCE, Agreement.IDENTICAL))
        .isEmpty();
  }

  private static String judge(Outcome outcome) {
    return Judge.ofOutcome(outcome, REFERENCE, Agreement.IDENTICAL).orElse("");
  }
}
