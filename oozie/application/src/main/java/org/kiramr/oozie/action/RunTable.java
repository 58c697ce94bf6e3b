package org.kiramr.oozie.action;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.Path;

/**
 * The record of what was published: a line a version, in the order in which the extractions ended.
 */
final class RunTable {
  private static final List<String> COLUMNS =
      List.of(
          "ended",
          "night",
          "workflow",
          "published",
          "frames",
          "frames_rejected",
          "files_rejected",
          "detections",
          "fields",
          "sha256",
          "seconds");

  private static final int PUBLISHED = COLUMNS.indexOf("published");

  private final Store store;
  private final LineTable table;

  RunTable(Store store) {
    this.store = store;
    this.table = new LineTable(store, "_runs", COLUMNS);
  }

  /**
   * Records a run.
   *
   * @param published the directory of the version, below the store's
   */
  void put(String night, String workflow, Path published, ExtractSummary run) throws IOException {
    List<String> cells =
        Arrays.asList(
            run.ended().toString(),
            night,
            workflow,
            night + "/" + published.getName(),
            Long.toString(run.frames()),
            Long.toString(run.framesRejected()),
            Long.toString(run.filesRejected()),
            Long.toString(run.detections()),
            Long.toString(run.fields()),
            run.sha256(),
            Double.toString(run.seconds()));
    // a workflow that was rerun as a whole has published two versions
    table.put(night + "-" + published.getName(), cells);
  }

  /**
   * The directory of the run that ended last.
   *
   * @throws FileNotFoundException if none is recorded
   */
  Path latest() throws IOException {
    List<List<String>> lines = table.lines();
    if (lines.isEmpty()) {
      throw new FileNotFoundException("nothing is published yet: no line in " + table.file());
    }
    return store.path(lines.get(lines.size() - 1).get(PUBLISHED));
  }
}
