package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kiramr.bench.record.Session;

/**
 * Makes sure that one name stands for one data set, measured with one state of the code: sessions
 * are pooled by it. Data sets are the same if their manifests are, the code if the commits are;
 * code that was changed after its commit is like that of no other session.
 */
final class DataSetNames {
  /** Digits of a digest that tell data sets of one name, or commits, apart. */
  private static final int DIGITS = 8;

  private DataSetNames() {}

  /** The sessions; where a name has several manifests or commits, each name says which is its. */
  static List<Session> apart(List<Session> sessions) {
    Map<String, Set<String>> manifests = new HashMap<>();
    Map<String, Set<String>> commits = new HashMap<>();
    for (Session session : sessions) {
      note(manifests, session, manifest(session));
      note(commits, session, commit(session));
    }
    return sessions.stream()
        .map(
            session -> {
              List<String> parts = new ArrayList<>();
              if (manifests.get(session.dataSet()).size() > 1) {
                parts.add(manifest(session));
              }
              if (commits.get(session.dataSet()).size() > 1) {
                parts.add(commit(session));
              }
              return parts.isEmpty()
                  ? session
                  : session.withDataSet(session.dataSet() + " (" + String.join(", ", parts) + ")");
            })
        .toList();
  }

  private static void note(Map<String, Set<String>> known, Session session, String what) {
    known.computeIfAbsent(session.dataSet(), name -> new TreeSet<>()).add(what);
  }

  private static String manifest(Session session) {
    return "manifest " + start(session.manifestSha256());
  }

  private static String commit(Session session) {
    String commit = session.versions().get("commit");
    if (commit == null) {
      return "commit unknown";
    }
    boolean changed = Boolean.parseBoolean(session.versions().get("commit dirty"));
    return "commit " + start(commit) + (changed ? " with changes, " + session.started() : "");
  }

  private static String start(String digest) {
    return digest.substring(0, Math.min(DIGITS, digest.length()));
  }
}
