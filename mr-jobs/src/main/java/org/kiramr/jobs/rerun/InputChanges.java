package org.kiramr.jobs.rerun;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the inputs compare with the record.
 *
 * @param files how many were recorded
 * @param changed those with another length or checksum; they were extracted as they are now
 * @param missing those that are not there; files of masks and maps of noise are inputs here, too
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

  /** The images that are not what they were, or are not there. */
  Set<String> images() {
    return Stream.concat(
            changed.stream().map(ChangedInput::image), missing.stream().map(MissingInput::image))
        .collect(Collectors.toSet());
  }

  /** Whether every recorded input is what it was. */
  boolean areSame() {
    return changed.isEmpty() && missing.isEmpty();
  }
}
