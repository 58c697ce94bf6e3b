package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiramr.bench.record.EngineRun;
import org.kiramr.bench.record.Session;

/**
 * Which engines gave which catalogue of the same frames; runs that are void for another reason
 * count here too.
 *
 * @param dataSet the data set
 * @param frames number of frames
 * @param engines by digest of the catalogue
 * @param detections rows; those of the last run seen
 */
public record CatalogueCheck(
    String dataSet, int frames, Map<String, TreeSet<String>> engines, long detections) {

  /** Whether all gave the same. */
  public boolean equal() {
    return engines.size() == 1;
  }

  /** The checks by data set and number of frames. */
  static List<CatalogueCheck> of(List<Session> sessions) {
    Map<String, Map<Integer, List<EngineRun>>> runs = new TreeMap<>();
    for (Session session : sessions) {
      for (EngineRun run : session.runs()) {
        if (run.catalogSha256() != null && run.exitCode() == 0) {
          runs.computeIfAbsent(session.dataSet(), unused -> new TreeMap<>())
              .computeIfAbsent(run.frames(), unused -> new ArrayList<>())
              .add(run);
        }
      }
    }
    List<CatalogueCheck> checks = new ArrayList<>();
    runs.forEach(
        (dataSet, byFrames) ->
            byFrames.forEach((frames, same) -> checks.add(of(dataSet, frames, same))));
    return checks;
  }

  private static CatalogueCheck of(String dataSet, int frames, List<EngineRun> runs) {
    Map<String, TreeSet<String>> engines = new TreeMap<>();
    long detections = 0;
    for (EngineRun run : runs) {
      engines.computeIfAbsent(run.catalogSha256(), unused -> new TreeSet<>()).add(run.engine());
      detections = run.detections();
    }
    return new CatalogueCheck(dataSet, frames, engines, detections);
  }
}
