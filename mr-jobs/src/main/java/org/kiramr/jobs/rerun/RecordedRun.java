package org.kiramr.jobs.rerun;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.fs.Path;

/**
 * What a record of provenance says of a run of {@code extract}. Immutable.
 *
 * @param file the record, with scheme and authority
 * @param engine what ran it
 * @param inputs as the user named them, with whole paths if {@code qualified}
 * @param qualified whether the inputs have schemes and whole paths; versions before {@code rerun}
 *     did not record those
 * @param files how many files there were to read
 * @param parameters by configuration key; a value is null if the parameter had none
 * @param versions by name
 * @param digest SHA-256 of the whole catalogue
 */
record RecordedRun(
    Path file,
    String engine,
    List<String> inputs,
    boolean qualified,
    long files,
    Map<String, String> parameters,
    Map<String, String> versions,
    String digest) {
  RecordedRun {
    Objects.requireNonNull(file);
    Objects.requireNonNull(engine);
    inputs = List.copyOf(inputs);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    Objects.requireNonNull(digest);
  }

  /** The output of the run: its tables are beside the record. */
  Path output() {
    return file.getParent();
  }
}
