package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.List;
import org.kiramr.bench.record.EngineRun;
import org.kiramr.bench.record.Session;

/** A run that does not count, and why. */
public record VoidRun(SeriesKey key, int frames, int repeat, String reason) {

  static List<VoidRun> of(List<Session> sessions) {
    List<VoidRun> voids = new ArrayList<>();
    for (Session session : sessions) {
      for (EngineRun run : session.runs()) {
        if (!run.counts()) {
          voids.add(
              new VoidRun(
                  SeriesKey.of(session.dataSet(), run),
                  run.frames(),
                  run.repeat(),
                  run.voidReason()));
        }
      }
    }
    return voids;
  }
}
