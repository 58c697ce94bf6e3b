package org.kiramr.bench.engine;

import java.util.Map;
import org.kiramr.bench.record.Stage;

/**
 * What an engine's output holds.
 *
 * @param catalogSha256 SHA-256 of a line {@code field sha256} for each field in order, as {@code
 *     kira extract} prints it; computed here from the rows
 * @param detections rows
 * @param frames rows of the table of frames; -1 if there is none
 * @param fields distinct fields of the rows and the frames
 * @param rejects rows of the table of rejects
 * @param megapixels of the frames, in millions; 0 if there is no table of frames
 * @param fieldsTableAgrees whether the engine's own table of fields says the same digests; true if
 *     it has none
 * @param stageSeconds as the engine counts them
 */
public record Outcome(
    String catalogSha256,
    long detections,
    int frames,
    int fields,
    int rejects,
    double megapixels,
    boolean fieldsTableAgrees,
    Map<Stage, Double> stageSeconds) {
  public Outcome {
    stageSeconds = Map.copyOf(stageSeconds);
  }
}
