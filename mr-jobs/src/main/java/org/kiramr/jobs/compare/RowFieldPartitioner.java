package org.kiramr.jobs.compare;

import org.apache.hadoop.mapreduce.Partitioner;

/** Sends all rows of a field to one reducer. */
public final class RowFieldPartitioner extends Partitioner<RowKey, RowRecord> {
  @Override
  public int getPartition(RowKey key, RowRecord value, int reducers) {
    return key.partition(reducers);
  }
}
