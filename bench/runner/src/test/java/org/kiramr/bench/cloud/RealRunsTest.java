package org.kiramr.bench.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.record.SessionFile;
import org.kiramr.bench.report.Analysis;
import org.kiramr.bench.report.SyntheticSession;

class ValidationTest {
  /**
   * A short session of {@code bench run} that was really measured, the paths in its commands left
   * out.
   */
  private static final String RECORDED = "/org/kiramr/bench/cloud/recorded-session.json";

  @Test
  void foretellsRunsThatFollowTheirOwnLine() throws Exception {
    List<Validation> checks =
        validate(
            new SyntheticSession()
                .engine("c-batch", 2, 0.1, 0.04, 50, 100, 200)
                .engine("c-batch", 1, 0.1, 0.08, 50, 100, 200)
                .session());
    assertThat(checks).hasSize(6);
    assertThat(checks).filteredOn(check -> !check.seen()).hasSize(4);
    assertThat(checks).allSatisfy(check -> assertThat(check.error()).isCloseTo(0, within(0.03)));
  }

  @Test
  void foretellsARecordedSession() throws Exception {
    Path file = Path.of(ValidationTest.class.getResource(RECORDED).toURI());
    List<Validation> unseen =
        validate(SessionFile.read(file)).stream().filter(check -> !check.seen()).toList();
    assertThat(unseen).isNotEmpty();
    // loosely: other work ran on that machine
    assertThat(unseen).allSatisfy(check -> assertThat(Math.abs(check.error())).isLessThan(0.5));
  }

  private static List<Validation> validate(Session session) throws Exception {
    return Validation.of(Analysis.of(List.of(session), null).series(), Assumptions.defaults());
  }
}
