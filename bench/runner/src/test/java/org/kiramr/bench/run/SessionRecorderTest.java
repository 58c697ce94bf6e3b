package org.kiramr.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.bench.record.FrameDetections;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.record.SessionFile;
import org.kiramr.bench.report.SyntheticSession;

class SessionRecorderTest {
  private static final FrameDetections FOUR = FrameDetections.of(List.of(1.0, 2.0, 3.0, 6.0));
  private static final FrameDetections TWO = FrameDetections.of(List.of(1.0, 2.0));

  @TempDir private Path folder;

  @Test
  void theFileTellsTheDetectionsOfTheMostFrames() throws Exception {
    Path file = folder.resolve("session.json");
    Session session = new SyntheticSession().run("c-batch", 4, 1).session();
    SessionRecorder recorder = new SessionRecorder(file, session.withRuns(List.of()));
    recorder.add(session.runs().get(0));
    assertThat(SessionFile.read(file).frameDetections()).isNull();
    recorder.frameDetections(FOUR);
    // a part that is resumed may need smaller references only
    recorder.frameDetections(TWO);
    recorder.add(session.runs().get(0));
    assertThat(SessionFile.read(file).frameDetections()).isEqualTo(FOUR);
    assertThat(SessionFile.read(file).withDataSet("b").frameDetections()).isEqualTo(FOUR);
    assertThat(SessionFile.read(file).runs()).hasSize(2);
  }
}
