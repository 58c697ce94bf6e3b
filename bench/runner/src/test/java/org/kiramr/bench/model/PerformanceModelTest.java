package org.kiramr.bench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformanceModelTest {
  private static final Path OURS = Path.of("../results/model.json");

  @TempDir private Path folder;

  @Test
  void addsUpWhatARunCosts() {
    EngineModel engine =
        new EngineModel(
            term(10),
            term(20),
            term(0.001),
            term(0.01),
            term(0.1),
            term(2),
            term(3),
            term(10),
            term(4),
            term(0.5));
    // work: 5000 x 0.001 + 300 x 0.01 + 100 x 0.1 = 18 s of CPU; 10 tasks of 10 frames, 2 cores
    Forecast said = engine.predict(100, 5000, 300, 2);
    assertThat(said.cpuSeconds()).isCloseTo(20 + 10 * 3 + 18, within(1e-9));
    assertThat(said.wallSeconds()).isCloseTo(10 + 10 * 2 / 2.0 + 18 / 1.5, within(1e-9));
    // few frames are still cut into four tasks a core
    assertThat(engine.predict(20, 0, 0, 2).cpuSeconds()).isCloseTo(20 + 8 * 3 + 2, within(1e-9));
  }

  @Test
  void ourModelKnowsEveryEngine() throws Exception {
    PerformanceModel model = PerformanceModel.read(OURS);
    assertThat(model.engines().keySet())
        .containsAll(
            List.of(
                "mr-local",
                "mr-yarn",
                "mr-yarn-one-file",
                "spark-local",
                "spark-local-binaryfiles",
                "spark-yarn",
                "spark-yarn-binaryfiles",
                "c-batch",
                "c-process-a-file",
                "python"));
    assertThat(model.predict("external", 1, 1, 1, 1)).isEmpty();
  }

  @Test
  void aNumberNeedsAReason() throws Exception {
    Path file = folder.resolve("model.json");
    String reason = "\"reason\" : \"start of a process";
    String text = Files.readString(OURS);
    assertThat(text).contains(reason);
    Files.writeString(file, text.replaceFirst("\"reason\" : \"[^\"]+\"", "\"reason\" : \" \""));
    assertThatThrownBy(() -> PerformanceModel.read(file)).hasMessageContaining("no reason");
  }

  private static Term term(double value) {
    return new Term(value, "test");
  }
}
