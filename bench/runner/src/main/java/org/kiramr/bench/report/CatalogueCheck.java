package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param borderRows by digest, the most rows of a run that were beyond the tolerances, and allowed
 *     to be; a digest of whose runs none counted them is not there
 * @param agreement what they have in common
 * @param detections rows; those of the last run seen
 */
public record CatalogueCheck(
    String dataSet,
    int frames,
    Map<String, TreeSet<String>> engines,
    Map<String, Long> borderRows,
    Agreement agreement,
    long detections) {

  /** How far catalogues agree. */
  public enum Agreement {
    /** Every bit of every row. */
    IDENTICAL,
    /** Digests differ, but the runner compared the rows and let each run count. */
    WITHIN_TOLERANCE,
    /** A run is void and its catalogue has a digest that no run that counts has. */
    DIFFERENT
  }

  /** The checks by data set and number of frames. */
  static List<CatalogueCheck> of(List<Session> sessions) {
    Map<String, Map<Integer, List<EngineRun>>> runs = new TreeMap<>();
    for (Session session : sessions) {
      for (EngineRun run : session.runs()) {
        if (run.counts() || (!run.catalogSha256().isEmpty() && run.exitCode() == 0)) {
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
    Map<String, Long> borderRows = new TreeMap<>();
    Set<String> trusted = new TreeSet<>();
    long detections = 0;
    for (EngineRun run : runs) {
      if (run.counts()) {
        trusted.add(run.catalogSha256());
      }
      engines.computeIfAbsent(run.catalogSha256(), unused -> new TreeSet<>()).add(run.engine());
      if (run.borderRows() != null) {
        borderRows.merge(run.catalogSha256(), run.borderRows(), Math::max);
      }
      detections = run.detections();
    }
    return new CatalogueCheck(
        dataSet, frames, engines, borderRows, agreement(engines.keySet(), trusted), detections);
  }

  private static Agreement agreement(Set<String> digests, Set<String> trusted) {
    if (digests.size() == 1) {
      return Agreement.IDENTICAL;
    }
    return trusted.containsAll(digests) ? Agreement.WITHIN_TOLERANCE : Agreement.DIFFERENT;
  }
}
