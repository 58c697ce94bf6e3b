package org.kiramr.jobs.rerun;

import java.util.List;

/**
 * How the inputs compare with the record.
 *
 * @param files how many were recorded
 * @param changed those with another length or checksum; they were extracted as they are now
 * @param missing those that are not there
 * @param extra paths of files that the inputs name today, but not in the record; they were not
 *     extracted, and do not count as a change
 */
public record InputChanges(
    long files, List<ChangedInput> changed, List<MissingInput> missing, List<String> extra) {
  public InputChanges {
    changed = List.copyOf(changed);
    missing = List.copyOf(missing);
    extra = List.copyOf(extra);
  }

  /** Whether every recorded input is what it was. */
  public boolean isSame() {
    return changed.isEmpty() && missing.isEmpty();
  }
}
