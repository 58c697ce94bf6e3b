package org.kiramr.jobs.extract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.mapreduce.Counters;

/**
 * What an engine did.
 *
 * @param counters those of {@link KiraCounter}, the names of the libraries that tasks loaded, and
 *     Hadoop's counts of records into and out of the first stage and into the second; each task
 *     counts once, however often it was tried
 * @param filesPlanned files that the job was to read
 * @param job for the record: what the engine ran as, in the order of the record
 * @param versions for the record: versions of the engine itself
 */
public record EngineResult(
    Counters counters, long filesPlanned, Map<String, String> job, Map<String, String> versions) {
  public EngineResult {
    job = Collections.unmodifiableMap(new LinkedHashMap<>(job));
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
  }
}
