package org.kiramr.jobs.extract;

import org.apache.hadoop.mapreduce.Partitioner;

/** Sends all records of a field to one reducer. */
public final class FieldPartitioner extends Partitioner<FrameKey, CatalogRecord> {
  @Override
  public int getPartition(FrameKey key, CatalogRecord value, int reducers) {
    return key.partition(reducers);
  }
}
