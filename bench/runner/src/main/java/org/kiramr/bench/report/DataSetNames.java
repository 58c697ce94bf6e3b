package org.kiramr.bench.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kiramr.bench.record.Session;

/**
 * Makes sure that one name stands for one data set: sessions are pooled by it. Data sets are the
 * same if their manifests are.
 */
final class DataSetNames {
  /** Digits of a manifest's digest that tell data sets of one name apart. */
  private static final int DIGITS = 8;

  private DataSetNames() {}

  /** The sessions; where a name has several manifests, each name says which is its. */
  static List<Session> apart(List<Session> sessions) {
    Map<String, Set<String>> manifests = new HashMap<>();
    sessions.forEach(
        session ->
            manifests
                .computeIfAbsent(session.dataSet(), name -> new TreeSet<>())
                .add(session.manifestSha256()));
    return sessions.stream()
        .map(
            session ->
                manifests.get(session.dataSet()).size() == 1
                    ? session
                    : session.withDataSet(
                        session.dataSet() + " (manifest " + start(session.manifestSha256()) + ")"))
        .toList();
  }

  private static String start(String digest) {
    return digest.substring(0, Math.min(DIGITS, digest.length()));
  }
}
