package org.kiramr.spark;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.BitSet;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.spark.util.AccumulatorV2;

/**
 * What the tasks of one stage have counted, each partition once. A long accumulator would count a
 * partition of a shuffle's map side twice if its output was lost and made again, or if a
 * speculative copy of the task ended too.
 *
 * <p>Thread-safe, since the driver looks while Spark's scheduler adds.
 */
final class StageCounters extends AccumulatorV2<SparkTask, Counters> {
  private final BitSet partitions = new BitSet();
  private transient Counters counters = new Counters();

  @Override
  public synchronized boolean isZero() {
    return partitions.isEmpty();
  }

  @Override
  public synchronized StageCounters copy() {
    StageCounters copy = new StageCounters();
    copy.merge(this);
    return copy;
  }

  @Override
  public synchronized void reset() {
    partitions.clear();
    counters = new Counters();
  }

  /** Counts the task that ends, in the task. */
  @Override
  public synchronized void add(SparkTask task) {
    partitions.set(task.partition());
    counters.incrAllCounters(task.counters());
  }

  /** Adds what another partition has counted; what is known of a partition already stays. */
  @Override
  public void merge(AccumulatorV2<SparkTask, Counters> other) {
    StageCounters ended = (StageCounters) other;
    BitSet theirs = ended.partitions();
    Counters counted = ended.value();
    synchronized (this) {
      if (!partitions.intersects(theirs)) {
        partitions.or(theirs);
        counters.incrAllCounters(counted);
      }
    }
  }

  private synchronized BitSet partitions() {
    return (BitSet) partitions.clone();
  }

  /** Partitions that are counted. */
  synchronized int size() {
    return partitions.cardinality();
  }

  /** A copy. */
  @Override
  public synchronized Counters value() {
    Counters copy = new Counters();
    copy.incrAllCounters(counters);
    return copy;
  }

  private synchronized void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    counters.write(out);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    counters = new Counters();
    counters.readFields(in);
  }
}
