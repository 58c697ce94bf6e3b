package org.kiramr.spark;

import java.util.Iterator;
import org.apache.hadoop.mapreduce.TaskCounter;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.kiramr.fits.mapreduce.FrameRecord;
import org.kiramr.jobs.extract.CatalogRecord;
import org.kiramr.jobs.extract.FrameKey;
import org.kiramr.jobs.extract.FrameTask;
import org.kiramr.jobs.extract.KeyedRecord;
import scala.Tuple2;

/**
 * The map side: extracts each frame before the next one is asked for, which closes it. One
 * extractor a task.
 */
final class ExtractPartition
    implements PairFlatMapFunction<Iterator<FrameRecord>, FrameKey, CatalogRecord> {
  private final Broadcast<SerializableConfiguration> conf;
  private final StageCounters counters;

  ExtractPartition(Broadcast<SerializableConfiguration> conf, StageCounters counters) {
    this.conf = conf;
    this.counters = counters;
  }

  @Override
  public Iterator<Tuple2<FrameKey, CatalogRecord>> call(Iterator<FrameRecord> records) {
    SparkTask task = SparkTask.current();
    task.atEnd(() -> counters.add(task));
    FrameTask frames = new FrameTask(conf.value().value(), task::find);
    task.atEnd(frames::close);
    return new Extracted(records, frames, task);
  }

  private static final class Extracted implements Iterator<Tuple2<FrameKey, CatalogRecord>> {
    private final Iterator<FrameRecord> records;
    private final FrameTask frames;
    private final SparkTask task;

    Extracted(Iterator<FrameRecord> records, FrameTask frames, SparkTask task) {
      this.records = records;
      this.frames = frames;
      this.task = task;
    }

    @Override
    public boolean hasNext() {
      return records.hasNext();
    }

    @Override
    public Tuple2<FrameKey, CatalogRecord> next() {
      FrameRecord record = records.next();
      task.counters().findCounter(TaskCounter.MAP_INPUT_RECORDS).increment(1);
      KeyedRecord out = frames.process(record);
      task.counters().findCounter(TaskCounter.MAP_OUTPUT_RECORDS).increment(1);
      return new Tuple2<>(out.key(), out.record());
    }
  }
}
