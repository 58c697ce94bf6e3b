package org.kiramr.bench.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.kiramr.bench.record.EngineRun;
import org.kiramr.bench.stat.Samples;

/**
 * Medians over the repeats with one number of frames.
 *
 * @param frames number of frames
 * @param runs that count
 * @param wallSeconds from start to exit
 * @param cpuSeconds of the whole process tree
 * @param coresUsed CPU by wall time
 * @param peakMemoryBytes largest resident memory of the tree
 * @param readBytes through the system's calls
 * @param writtenBytes likewise
 * @param detections rows of the catalogue
 * @param megapixels of all frames
 * @param inputBytes as stored
 */
public record Medians(
    int frames,
    int runs,
    double wallSeconds,
    double cpuSeconds,
    double coresUsed,
    double peakMemoryBytes,
    double readBytes,
    double writtenBytes,
    double detections,
    double megapixels,
    double inputBytes) {

  /** Of runs with the same number of frames, at least one. */
  static Medians of(List<EngineRun> runs) {
    return new Medians(
        runs.get(0).frames(),
        runs.size(),
        median(runs, EngineRun::wallSeconds),
        median(runs, EngineRun::cpuSeconds),
        median(runs, run -> run.cpuSeconds() / run.wallSeconds()),
        median(runs, EngineRun::peakMemoryBytes),
        median(runs, EngineRun::readBytes),
        median(runs, EngineRun::writtenBytes),
        median(runs, EngineRun::detections),
        median(runs, EngineRun::megapixels),
        median(runs, EngineRun::bytes));
  }

  private static double median(List<EngineRun> runs, ToDoubleFunction<EngineRun> figure) {
    return Samples.median(runs.stream().map(figure::applyAsDouble).toList());
  }
}
