package org.kiramr.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.util.GenericOptionsParser;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiramr.fits.mapreduce.FitsInputKeys;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.run.JobTuning;

/** What a run's configuration means to Spark, and to the plan. */
class SparkSetupTest {
  private static final String OWN_SITE =
      "<configuration><property><name>fs.defaultFS</name><value>hdfs://elsewhere</value></property>"
          + "</configuration>";

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

  @ParameterizedTest
  @CsvSource({"1g, 1", "4g, 1", "6g, 1", "16g, 4", "64g, 2"})
  void aLargerHeapLeavesFramesTheirRoom(String heap, int cores) {
    conf.set("kira.spark.master", "yarn");
    conf.set("spark.executor.memory", heap);
    conf.setInt("spark.executor.cores", cores);
    SparkConf spark = SparkSetup.conf(conf);
    SparkSetup.plan(conf, spark);

    // as much as a map task has, 60% of 2048 MB
    assertThat(spark.get("spark.executor.extraJavaOptions"))
        .isEqualTo("-XX:MaxDirectMemorySize=" + Math.round(0.6 * 2048 * cores) + "m");
    assertThat(conf.getLong(FitsInputKeys.MAX_FRAME_BYTES, 0) >> 20).isGreaterThan(980);
  }

  @Test
  void anOverheadOfTheUsersOwnStays() {
    conf.set("kira.spark.master", "yarn");
    conf.set("spark.executor.memory", "6g");
    conf.set("spark.executor.memoryOverhead", "3g");

    assertThat(SparkSetup.conf(conf).getSizeAsMb("spark.executor.memoryOverhead")).isEqualTo(3072);
  }

  @Test
  void sparksOwnHadoopHearsWhatTheUserSays(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("own-site.xml"), OWN_SITE);
    String[] words = {
      "-conf", file.toString(), "-D", "yarn.resourcemanager.address=host:1", "extract"
    };
    new GenericOptionsParser(conf, words);
    conf.set("fs.s3a.endpoint", "as KiraTool sets it");
    conf.set("spark.hadoop.fs.s3a.region", "one of Spark's own");
    conf.set("fs.s3a.region", "another");
    conf.set("kira.spark.master", "local");
    SparkSetup.shareHadoopKeys(conf);
    SparkConf spark = SparkSetup.conf(conf);

    Configuration own = SparkHadoopUtil.get().newConfiguration(spark);
    assertThat(own.get("yarn.resourcemanager.address")).isEqualTo("host:1");
    assertThat(own.get("fs.defaultFS")).isEqualTo("hdfs://elsewhere");
    assertThat(own.get("fs.s3a.endpoint")).isEqualTo("as KiraTool sets it");
    assertThat(own.get("fs.s3a.region")).isEqualTo("one of Spark's own");
    assertThat(spark.getAllWithPrefix("spark.hadoop."))
        .extracting(pair -> pair._1)
        .as("neither Hadoop's defaults nor our keys")
        .hasSizeLessThan(8)
        .noneMatch(key -> key.startsWith("kira."));
  }

  /** Hadoop keeps the name as it was given: a file beside us looks like a resource. */
  @ParameterizedTest
  @ValueSource(strings = {"my-site.xml", "core-site.xml", "/etc/own.xml"})
  void aFileOfTheWorkingDirectoryIsNoResourceOfTheClassPath(String source) {
    conf.set("fs.s3a.region", "of the user", source);
    conf.set("kira.spark.master", "local");
    SparkSetup.shareHadoopKeys(conf);

    assertThat(conf.get("spark.hadoop.fs.s3a.region")).isEqualTo("of the user");
    assertThat(conf.get("spark.hadoop.io.file.buffer.size")).as("a default").isNull();
  }

  @Test
  void aMasterThatJobsDoNotRunOnIsRefused() {
    conf.set("spark.master", "spark://host:7077");

    assertThatThrownBy(() -> SparkSetup.conf(conf))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("spark://host:7077");
  }
}
