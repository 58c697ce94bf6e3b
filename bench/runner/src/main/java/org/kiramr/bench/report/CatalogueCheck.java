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
 * @param agreements by digest, how far its catalogue agrees with the session's reference
 * @param detections rows; those of the last run seen
 */
public record CatalogueCheck(
    String dataSet,
    int frames,
    Map<String, TreeSet<String>> engines,
    Map<String, Long> borderRows,
    Map<String, Agreement> agreements,
    long detections) {

  /** The setting of a session that names the engine that all others have to agree with. */
  private static final String REFERENCE = "reference";

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
    Map<String, Map<Integer, List<Seen>>> runs = new TreeMap<>();
    for (Session session : sessions) {
      String reference = session.settings().get(REFERENCE);
      for (EngineRun run : session.runs()) {
        if (run.counts() || (!run.catalogSha256().isEmpty() && run.exitCode() == 0)) {
          runs.computeIfAbsent(session.dataSet(), unused -> new TreeMap<>())
              .computeIfAbsent(run.frames(), unused -> new ArrayList<>())
              .add(new Seen(run, run.counts() && run.engine().equals(reference)));
        }
      }
    }
    List<CatalogueCheck> checks = new ArrayList<>();
    runs.forEach(
        (dataSet, byFrames) ->
            byFrames.forEach((frames, same) -> checks.add(of(dataSet, frames, same))));
    return checks;
  }

  /** How far the catalogues of all engines agree: as far as the worst. */
  public Agreement agreement() {
    if (engines.size() == 1) {
      return Agreement.IDENTICAL;
    }
    return agreements.containsValue(Agreement.DIFFERENT)
        ? Agreement.DIFFERENT
        : Agreement.WITHIN_TOLERANCE;
  }

  private static CatalogueCheck of(String dataSet, int frames, List<Seen> runs) {
    Map<String, TreeSet<String>> engines = new TreeMap<>();
    Map<String, Long> borderRows = new TreeMap<>();
    Set<String> trusted = new TreeSet<>();
    Set<String> references = new TreeSet<>();
    long detections = 0;
    for (Seen seen : runs) {
      EngineRun run = seen.run();
      if (run.counts()) {
        trusted.add(run.catalogSha256());
      }
      if (seen.reference()) {
        references.add(run.catalogSha256());
      }
      engines.computeIfAbsent(run.catalogSha256(), unused -> new TreeSet<>()).add(run.engine());
      if (run.borderRows() != null) {
        borderRows.merge(run.catalogSha256(), run.borderRows(), Math::max);
      }
      detections = run.detections();
    }
    Map<String, Agreement> agreements = new TreeMap<>();
    for (String digest : engines.keySet()) {
      agreements.put(digest, agreement(digest, engines.keySet(), trusted, references));
    }
    return new CatalogueCheck(dataSet, frames, engines, borderRows, agreements, detections);
  }

  private static Agreement agreement(
      String digest, Set<String> digests, Set<String> trusted, Set<String> references) {
    // sessions whose references differ have none in common that another could be equal to
    Set<String> alone = Set.of(digest);
    if (digests.size() == 1 || references.equals(alone) || trusted.equals(alone)) {
      return Agreement.IDENTICAL;
    }
    return trusted.contains(digest) ? Agreement.WITHIN_TOLERANCE : Agreement.DIFFERENT;
  }

  /** A run, and whether it is one of those that the others of its session had to agree with. */
  private record Seen(EngineRun run, boolean reference) {}
}
