package org.kiramr.spark;

import org.apache.spark.Partitioner;
import org.kiramr.jobs.extract.FieldPartitioner;
import org.kiramr.jobs.extract.FrameKey;

/** MapReduce's partitioner, as Spark wants one: all records of a field to one partition. */
final class FieldSpread extends Partitioner {
  private final int partitions;

  FieldSpread(int partitions) {
    this.partitions = partitions;
  }

  @Override
  public int numPartitions() {
    return partitions;
  }

  @Override
  public int getPartition(Object key) {
    return FieldPartitioner.partition((FrameKey) key, partitions);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldSpread spread && spread.partitions == partitions;
  }

  @Override
  public int hashCode() {
    return partitions;
  }
}
