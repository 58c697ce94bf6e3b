package org.kiramr.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

/** Counts as MapReduce does: a task's once, however often it ran. */
class StageCountersTest {
  @Test
  void aPartitionThatRunsTwiceCountsOnce() {
    SparkConf conf =
        new SparkConf()
            .setMaster("local[2]")
            .setAppName("counters")
            .set("spark.ui.enabled", "false")
            .set("spark.driver.host", "localhost");
    try (JavaSparkContext context = new JavaSparkContext(conf)) {
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

  private static long sum(Counters counters) {
    return counters.findCounter("Kira", "SUM").getValue();
  }
}
