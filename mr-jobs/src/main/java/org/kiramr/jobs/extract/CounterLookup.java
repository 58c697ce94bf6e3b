package org.kiramr.jobs.extract;

import org.apache.hadoop.mapreduce.Counter;

/**
 * Where the parts of a task that all engines share find their counters: a MapReduce task in its
 * context, another engine wherever it gathers what its tasks count.
 */
@FunctionalInterface
public interface CounterLookup {
  /** The counter of a group with a name, made at the first call. */
  Counter find(String group, String name);
}
