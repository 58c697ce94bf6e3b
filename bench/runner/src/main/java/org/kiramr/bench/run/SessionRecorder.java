package org.kiramr.bench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.kiramr.bench.record.EngineRun;
import org.kiramr.bench.record.FrameDetections;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.record.SessionFile;

/** Keeps the session's file up to date: whatever happens next, what was measured is there. */
final class SessionRecorder {
  private final Path file;
  private Session session;

  /**
   * @param session as it is so far
   */
  SessionRecorder(Path file, Session session) {
    this.file = file;
    this.session = session;
  }

  /** Adds a run and writes the file. */
  void add(EngineRun run) throws IOException {
    List<EngineRun> runs = new ArrayList<>(session.runs());
    runs.add(run);
    session =
        new Session(
            session.schema(),
            session.title(),
            session.started(),
            now(),
            session.machine(),
            session.versions(),
            session.dataSet(),
            session.manifestSha256(),
            session.settings(),
            runs,
            session.frameDetections());
    SessionFile.write(session, file);
  }

  /** Keeps the account of the most frames; the file has it with the next run. */
  void frameDetections(FrameDetections detections) {
    FrameDetections known = session.frameDetections();
    if (known == null || known.frames() < detections.frames()) {
      session = session.withFrameDetections(detections);
    }
  }

  /** Whether a turn has been taken in an earlier part of the session. */
  boolean has(Turn turn) {
    return session.runs().stream()
        .anyMatch(
            run ->
                run.engine().equals(turn.engine().name())
                    && run.frames() == turn.frames()
                    && run.repeat() == turn.repeat()
                    && run.cores() == turn.cores());
  }

  Session session() {
    return session;
  }

  /** The time of day, ISO 8601, UTC, in seconds. */
  static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
