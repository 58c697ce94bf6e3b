package org.kiramr.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.spark.HashPartitioner;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

/** Counts as MapReduce does: a task's once, however often it ran. */
class StageCountersTest {
  private static SparkConf conf() {
    return new SparkConf()
        .setMaster("local[2]")
        .setAppName("counters")
        .set("spark.ui.enabled", "false")
        .set("spark.driver.host", "localhost");
  }

  @Test
  void aPartitionThatRunsTwiceCountsOnce() {
    try (JavaSparkContext context = new JavaSparkContext(conf())) {
      StageCounters counted = new StageCounters();
      context.sc().register(counted);
      var numbers =
          context
              .parallelize(List.of(1, 2, 3, 4), 2)
              .mapPartitions(
                  values -> {
                    SparkTask task = SparkTask.current();
                    task.atEnd(() -> counted.add(task));
                    values.forEachRemaining(v -> task.find("Kira", "SUM").increment(v));
                    return List.of("done").iterator();
                  });

      assertThat(numbers.count()).isEqualTo(2);
      assertThat(sum(counted.value())).isEqualTo(10);
      assertThat(counted.size()).isEqualTo(2);
      assertThat(numbers.count()).isEqualTo(2);
      assertThat(sum(counted.value())).isEqualTo(10);
    }
  }

  /** As the tasks of both stages tell Spark's own listeners when they have ended. */
  @Test
  void theShufflesTimeIsSparks() {
    ShuffleMetrics metrics = new ShuffleMetrics();
    long counted;
    try (JavaSparkContext context = new JavaSparkContext(conf())) {
      context.sc().addSparkListener(metrics);
      StageCounters wrote = new StageCounters();
      StageCounters read = new StageCounters();
      context.sc().register(wrote);
      context.sc().register(read);
      context
          .parallelize(List.of(1, 2), 2)
          .mapPartitionsToPair(
              values -> {
                SparkTask task = SparkTask.current();
                task.atEnd(() -> wrote.add(task));
                return IntStream.range(0, 100_000)
                    .mapToObj(i -> new Tuple2<>(i, new byte[100]))
                    .iterator();
              })
          .repartitionAndSortWithinPartitions(new HashPartitioner(3))
          .foreachPartition(
              values -> {
                SparkTask task = SparkTask.current();
                task.atEnd(() -> read.add(task));
                values.forEachRemaining(value -> {});
              });
      counted = shuffle(wrote.value()) + shuffle(read.value());
    }
    // the context is closed: every listener has been told all
    assertThat(metrics.tasks).isEqualTo(5);
    assertThat(metrics.millis).isPositive();
    assertThat(counted).isEqualTo(metrics.millis);
  }

  private static long shuffle(Counters counters) {
    return counters.findCounter("Kira", "SHUFFLE").getValue();
  }

  /** Adds the shuffle's times up, each task's in whole milliseconds. */
  private static final class ShuffleMetrics extends SparkListener {
    private int tasks;
    private long millis;

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
      tasks++;
      millis +=
          end.taskMetrics().shuffleReadMetrics().fetchWaitTime()
              + end.taskMetrics().shuffleWriteMetrics().writeTime() / 1_000_000;
    }
  }

  private static long sum(Counters counters) {
    return counters.findCounter("Kira", "SUM").getValue();
  }
}
