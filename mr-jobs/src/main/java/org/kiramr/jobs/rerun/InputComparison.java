package org.kiramr.jobs.rerun;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds inputs, with the files of their masks and maps of noise, against the record. */
final class InputComparison {
  private final boolean companions;
  private final List<ChangedInput> changed = new ArrayList<>();
  private final List<MissingInput> missing = new ArrayList<>();

  /**
   * @param companions whether the files of masks and maps of noise are on record
   */
  InputComparison(boolean companions) {
    this.companions = companions;
  }

  /** Takes an input that is not there. */
  void missing(MissingInput input) {
    missing.add(input);
  }

  /** Takes an input that is there. */
  void compare(RecordedFile before, RecordedFile after) {
    compare(before.image(), before.path().toString(), before.state(), after.state());
    if (!companions) {
      return;
    }
    Map<String, FileState> recorded = new TreeMap<>(before.companions());
    after.companions().keySet().forEach(path -> recorded.putIfAbsent(path, null));
    recorded.forEach(
        (path, then) -> compare(before.image(), path, then, after.companions().get(path)));
  }

  private void compare(String image, String path, FileState before, FileState after) {
    if (after == null) {
      missing.add(new MissingInput(image, path));
    } else if (!after.equals(before)) {
      changed.add(new ChangedInput(image, path, before, after));
    }
  }

  InputChanges result(long files, List<String> extra) {
    return new InputChanges(files, changed, missing, extra);
  }
}
