package org.kiramr.jobs.extract;

import org.apache.hadoop.mapreduce.Partitioner;

/** Sends all records of a field to one reducer. */
public final class FieldPartitioner extends Partitioner<FrameKey, CatalogRecord> {
  @Override
  public int getPartition(FrameKey key, CatalogRecord value, int reducers) {
    return partition(key, reducers);
  }

  /** The same for engines that spread records themselves. */
  public static int partition(FrameKey key, int partitions) {
    return key.partition(partitions);
  }
}
