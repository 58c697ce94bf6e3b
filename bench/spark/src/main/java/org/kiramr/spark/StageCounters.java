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
  private static final long serialVersionUID = 1;

  /** Those that are counted; also the lock of all that changes. */
  private final BitSet partitions = new BitSet();

  private transient Counters counters = new Counters();

  @Override
  public boolean isZero() {
    return size() == 0;
  }

  @Override
  public StageCounters copy() {
    StageCounters copy = new StageCounters();
    copy.merge(this);
    return copy;
  }

  @Override
  public void reset() {
    synchronized (partitions) {
      partitions.clear();
      counters = new Counters();
    }
  }

  /** Counts the task that ends, in the task: what it has counted, and its part of the shuffle. */
  @Override
  public void add(SparkTask task) {
    task.countShuffle();
    synchronized (partitions) {
      partitions.set(task.partition());
      counters.incrAllCounters(task.counters());
    }
  }

  /** Adds what another partition has counted; what is known of a partition already stays. */
  @Override
  public void merge(AccumulatorV2<SparkTask, Counters> other) {
    StageCounters ended = (StageCounters) other;
    BitSet theirs = ended.partitions();
    Counters counted = ended.value();
    synchronized (partitions) {
      if (!partitions.intersects(theirs)) {
        partitions.or(theirs);
        counters.incrAllCounters(counted);
      }
    }
  }

  private BitSet partitions() {
    synchronized (partitions) {
      return (BitSet) partitions.clone();
    }
  }

  /** Partitions that are counted. */
  int size() {
    synchronized (partitions) {
      return partitions.cardinality();
    }
  }

  /** A copy. */
  @Override
  public Counters value() {
    Counters copy = new Counters();
    synchronized (partitions) {
      copy.incrAllCounters(counters);
    }
    return copy;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    synchronized (partitions) {
      out.defaultWriteObject();
      counters.write(out);
    }
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    counters = new Counters();
    counters.readFields(in);
  }
}
