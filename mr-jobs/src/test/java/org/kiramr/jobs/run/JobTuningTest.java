package org.kiramr.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.mapreduce.MRConfig;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.apache.hadoop.mapreduce.TaskType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiramr.fits.FrameMemory;

/** Our settings take the place of Hadoop's defaults, not of what somebody has set. */
class JobTuningTest {
  private static final String CORES = Integer.toString(Runtime.getRuntime().availableProcessors());

  @Test
  void locallyAllCoresWork() {
    Configuration conf = new JobConf();
    JobTuning.apply(conf);
    assertThat(conf.get("mapreduce.local.map.tasks.maximum")).isEqualTo(CORES);
    assertThat(conf.get("mapreduce.local.reduce.tasks.maximum")).isEqualTo(CORES);
    assertThat(conf.get(MRJobConfig.IO_SORT_MB)).isEqualTo("32");
    assertThat(JobTuning.isLocal(conf)).isTrue();
  }

  @Test
  void whatTheUserSetStays() {
    Configuration conf = new JobConf();
    conf.set("mapreduce.local.map.tasks.maximum", "1");
    conf.set(MRJobConfig.IO_SORT_MB, "200");
    JobTuning.apply(conf);
    assertThat(conf.get("mapreduce.local.map.tasks.maximum")).isEqualTo("1");
    assertThat(conf.get(MRJobConfig.IO_SORT_MB)).isEqualTo("200");
  }

  @Test
  void onAClusterOurClassesComeFirst() {
    Configuration conf = new JobConf();
    conf.set(MRConfig.FRAMEWORK_NAME, "yarn");
    JobTuning.apply(conf);
    assertThat(conf.getBoolean(MRJobConfig.MAPREDUCE_JOB_USER_CLASSPATH_FIRST, false)).isTrue();
    assertThat(conf.get("mapreduce.local.map.tasks.maximum")).isNull();
  }

  @Test
  void onAClusterReduceTasksHoldNoContainerWhileMapsWait() {
    Configuration conf = onYarn();
    JobTuning.apply(conf);
    assertThat(conf.getFloat(MRJobConfig.COMPLETED_MAPS_FOR_REDUCE_SLOWSTART, 0.05f)).isEqualTo(1);
    Configuration own = onYarn();
    own.set(MRJobConfig.COMPLETED_MAPS_FOR_REDUCE_SLOWSTART, "0.8");
    JobTuning.apply(own);
    assertThat(own.get(MRJobConfig.COMPLETED_MAPS_FOR_REDUCE_SLOWSTART)).isEqualTo("0.8");
  }

  /** A quarter for the heap, but room for the sort buffer; six tenths for frames. */
  @ParameterizedTest
  @CsvSource({
    "1024, 100, -Xmx292m -XX:MaxDirectMemorySize=578m, 96",
    "2048, 100, -Xmx512m -XX:MaxDirectMemorySize=1229m, 206",
    "2048, 512, -Xmx704m -XX:MaxDirectMemorySize=1037m, 173",
    "4096, 100, -Xmx1024m -XX:MaxDirectMemorySize=2458m, 412"
  })
  void containersAreParted(int container, int sortBuffer, String options, long megapixels) {
    JobConf conf = onYarn();
    conf.setInt(MRJobConfig.MAP_MEMORY_MB, container);
    conf.setInt(MRJobConfig.IO_SORT_MB, sortBuffer);
    JobTuning.apply(conf);
    JobTuning.reserveFrameMemory(conf);
    assertThat(conf.get(MRJobConfig.MAP_JAVA_OPTS)).isEqualTo(options);
    long bytes = JobTuning.frameBytes(conf, 7);
    assertThat(FrameMemory.floatPixels(bytes) / 1_000_000).isEqualTo(megapixels);
  }

  private static JobConf onYarn() {
    JobConf conf = new JobConf();
    conf.set(MRConfig.FRAMEWORK_NAME, "yarn");
    return conf;
  }

  @Test
  void aContainerOf4GigabytesTakesFramesOf20000Squared() {
    JobConf conf = new JobConf();
    conf.set(MRConfig.FRAMEWORK_NAME, "yarn");
    conf.setInt(MRJobConfig.MAP_MEMORY_MB, 4096);
    assertThat(FrameMemory.floatPixels(JobTuning.frameBytes(conf, 1)))
        .isGreaterThanOrEqualTo(20_000L * 20_000);
  }

  @Test
  void containersAreOf2GigabytesUnlessSomebodySaysOtherwise() {
    JobConf conf = new JobConf();
    conf.set(MRConfig.FRAMEWORK_NAME, "yarn");
    JobTuning.apply(conf);
    assertThat(conf.getMemoryRequired(TaskType.MAP)).isEqualTo(2048);
    JobConf own = new JobConf();
    own.set(MRConfig.FRAMEWORK_NAME, "yarn");
    own.set(MRJobConfig.MAP_JAVA_OPTS, "-Xmx3g");
    JobTuning.apply(own);
    assertThat(own.get(MRJobConfig.MAP_JAVA_OPTS)).as("simulate").isEqualTo("-Xmx3g");
    JobTuning.reserveFrameMemory(own);
    assertThat(own.get(MRJobConfig.MAP_JAVA_OPTS)).matches("-Xmx3g -XX:MaxDirectMemorySize=\\d+m");
  }

  @Test
  void localTasksShareTheMemoryOfTheProcess() {
    Configuration conf = new JobConf();
    long one = JobTuning.frameBytes(conf, 1);
    assertThat(one).isEqualTo(Math.round(0.8 * FrameMemory.limit()));
    assertThat(JobTuning.frameBytes(conf, 4)).isBetween(one / 4 - 1, one / 4 + 1);
  }
}
