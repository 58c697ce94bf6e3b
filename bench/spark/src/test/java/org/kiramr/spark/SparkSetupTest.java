package org.kiramr.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.kiramr.fits.mapreduce.FitsInputKeys;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.run.JobTuning;

/** What a run's configuration means to Spark, and to the plan. */
class SparkSetupTest {
  private final Configuration conf = new JobConf();

  @Test
  void threadsOfTheMasterAreTheSlotsOfThePlan() throws Exception {
    conf.set("kira.spark.master", "local[3]");
    SparkSetup.plan(conf, SparkSetup.conf(conf));

    assertThat(JobTuning.isLocal(conf)).isTrue();
    assertThat(JobTuning.taskSlots(conf)).isEqualTo(3);
  }

  @Test
  void keysOfSparkWin() {
    conf.set("spark.ui.enabled", "true");
    conf.set("spark.executor.memory", "3g");
    conf.set("kira.spark.master", "yarn");
    SparkConf spark = SparkSetup.conf(conf);

    assertThat(spark.get("spark.ui.enabled")).isEqualTo("true");
    assertThat(spark.getSizeAsMb("spark.executor.memory")).isEqualTo(3072);
  }

  @Test
  void anExecutorOnYarnHasRoomForFramesOutsideItsHeap() {
    conf.set("kira.spark.master", "yarn");
    conf.set("spark.executor.cores", "2");
    SparkConf spark = SparkSetup.conf(conf);
    SparkSetup.plan(conf, spark);

    assertThat(spark.getSizeAsMb("spark.executor.memory")).isEqualTo(1024);
    assertThat(spark.getSizeAsMb("spark.executor.memoryOverhead")).isEqualTo(3072);
    assertThat(spark.get("spark.executor.extraJavaOptions"))
        .isEqualTo("-XX:MaxDirectMemorySize=2458m");
    assertThat(conf.getLong(FitsInputKeys.MAX_FRAME_BYTES, 0))
        .isEqualTo(Math.round(0.8 * (2458L << 20) / 2));
  }

  @Test
  void aMasterThatJobsDoNotRunOnIsRefused() {
    conf.set("spark.master", "spark://host:7077");

    assertThatThrownBy(() -> SparkSetup.conf(conf))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("spark://host:7077");
  }
}
