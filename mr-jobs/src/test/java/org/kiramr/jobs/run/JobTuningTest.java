package org.kiramr.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.mapreduce.MRConfig;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.junit.jupiter.api.Test;

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
}
