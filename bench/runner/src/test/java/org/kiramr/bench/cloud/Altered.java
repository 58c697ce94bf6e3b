package org.kiramr.bench.cloud;

import java.util.Map;
import org.kiramr.bench.record.EngineRun;
import org.kiramr.bench.record.Stage;

/** SYNTHETIC runs, altered. */
final class Altered {
  private Altered() {}

  static EngineRun detections(EngineRun run, long detections) {
    return altered(run, run.stageSeconds(), detections);
  }

  static EngineRun stages(EngineRun run, Map<Stage, Double> stages) {
    return altered(run, stages, run.detections());
  }

  private static EngineRun altered(EngineRun run, Map<Stage, Double> stages, long detections) {
    return new EngineRun(
        run.engine(),
        run.frames(),
        run.bytes(),
        run.repeat(),
        run.turn(),
        run.cores(),
        run.cold(),
        run.started(),
        run.wallSeconds(),
        run.cpuSeconds(),
        run.peakMemoryBytes(),
        run.readBytes(),
        run.writtenBytes(),
        stages,
        detections,
        run.fields(),
        run.megapixels(),
        run.catalogSha256(),
        run.borderRows(),
        run.exitCode(),
        run.voidReason(),
        run.command());
  }
}
