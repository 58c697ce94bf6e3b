package org.kiramr.oozie.action;

/** The records of a run as the suite writes them, as far as actions read them. */
final class TestRun {
  private TestRun() {}

  /** A {@code _provenance.json}. */
  static String provenance(String ended, int detections) {
    return """
        {
          "started" : "2026-11-23T09:00:00.250Z",
          "ended" : "%s",
          "versions" : { "hadoop" : "3.4.2", "libsep" : [ "1.2.1", "1.4.1" ] },
          "job" : { "id" : "job_1_0001", "framework" : "yarn", "reducers" : 1 },
          "counters" : { "FRAMES_EXTRACTED" : 59, "FRAMES_REJECTED" : 1, "FILES_REJECTED" : 2,
            "DETECTIONS" : %d, "FIELDS" : 12 },
          "digests" : { "catalog" : "9c56", "fields" : "fields/" }
        }
        """
        .formatted(ended, detections);
  }

  /** A {@code _rerun.json}. */
  static String rerun(String verdict, String after) {
    return """
        {
          "verdict" : "%s",
          "sentence" : "%s: 1 of 12 fields",
          "exitCode" : 3,
          "provenance" : "hdfs://nn/catalogs/2026-11-22/001/_provenance.json",
          "started" : "2026-11-23T10:00:00.5Z",
          "seconds" : 41.2,
          "digest" : { "before" : "9c56", "after" : %s },
          "versions" : [ { "name" : "libsep", "before" : "1.2.1", "after" : "1.4.1" },
            { "name" : "libwcs", "before" : null, "after" : "7.12" } ]
        }
        """
        .formatted(verdict, verdict, after);
  }
}
