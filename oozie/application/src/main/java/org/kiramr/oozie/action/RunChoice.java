package org.kiramr.oozie.action;

import java.io.IOException;
import org.apache.hadoop.fs.Path;

/** Which run is meant by the property {@code provenance} of the workflow {@code verify}. */
final class RunChoice {
  /** Stands for the run that was recorded last. */
  static final String LATEST = "latest";

  private RunChoice() {}

  /**
   * The output directory or the record of provenance that is meant.
   *
   * @param choice {@value #LATEST}; a directory of a night, which stands for its latest version; or
   *     what is meant itself
   * @throws IOException if there is none
   */
  static Path of(String choice, Store store) throws IOException {
    if (choice.equals(LATEST)) {
      return new RunTable(store).latest();
    }
    Path path = new Path(choice);
    boolean isNight = store.exists(new Path(path, PublishedNight.LATEST));
    return isNight ? new PublishedNight(store, path).latest() : path;
  }
}
