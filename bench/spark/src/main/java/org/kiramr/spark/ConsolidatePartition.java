package org.kiramr.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.mapreduce.TaskCounter;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.kiramr.jobs.extract.CatalogRecord;
import org.kiramr.jobs.extract.FieldTask;
import org.kiramr.jobs.extract.FrameKey;
import scala.Tuple2;

/**
 * The reduce side: the records of a partition go by in the order of their keys, and after the last
 * one of a field goes the field's account. Rows are made of one frame at a time. The records before
 * that, a frame's columns each, are with Spark's sorter: a partition of them in memory, fields and
 * all, but for what it has spilled.
 */
final class ConsolidatePartition
    implements PairFlatMapFunction<
        Iterator<Tuple2<FrameKey, CatalogRecord>>, FrameKey, CatalogRecord> {
  private final StageCounters counters;

  ConsolidatePartition(StageCounters counters) {
    this.counters = counters;
  }

  @Override
  public Iterator<Tuple2<FrameKey, CatalogRecord>> call(
      Iterator<Tuple2<FrameKey, CatalogRecord>> records) {
    SparkTask task = SparkTask.current();
    task.atEnd(() -> counters.add(task));
    FieldTask fields = new FieldTask(task::find);
    task.atEnd(fields::close);
    return new Consolidated(records, fields, task);
  }

  private static final class Consolidated implements Iterator<Tuple2<FrameKey, CatalogRecord>> {
    private final Iterator<Tuple2<FrameKey, CatalogRecord>> records;
    private final FieldTask fields;
    private final SparkTask task;

    /** A field's account and the record after it, or one of the two. */
    private final Deque<Tuple2<FrameKey, CatalogRecord>> ready = new ArrayDeque<>(2);

    private FrameKey last;

    Consolidated(
        Iterator<Tuple2<FrameKey, CatalogRecord>> records, FieldTask fields, SparkTask task) {
      this.records = records;
      this.fields = fields;
      this.task = task;
    }

    /** Whoever writes asks when he is done with the record before: its rows may go. */
    @Override
    public boolean hasNext() {
      if (ready.isEmpty()) {
        advance();
      }
      return !ready.isEmpty();
    }

    private void advance() {
      if (!records.hasNext()) {
        endField();
        return;
      }
      Tuple2<FrameKey, CatalogRecord> record = records.next();
      task.counters().findCounter(TaskCounter.REDUCE_INPUT_RECORDS).increment(1);
      if (last != null && !last.field().equals(record._1.field())) {
        endField();
      }
      last = record._1;
      fields.add(last, record._2);
      ready.add(record);
    }

    private void endField() {
      fields.endField().ifPresent(field -> ready.add(new Tuple2<>(last, field)));
    }

    @Override
    public Tuple2<FrameKey, CatalogRecord> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }
  }
}
