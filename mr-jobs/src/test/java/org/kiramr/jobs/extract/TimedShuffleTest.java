package org.kiramr.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.mapred.ShuffleConsumerPlugin;
import org.apache.hadoop.mapreduce.MRConfig;
import org.apache.hadoop.mapreduce.task.reduce.Shuffle;
import org.apache.hadoop.util.ReflectionUtils;
import org.junit.jupiter.api.Test;

/** The shuffle is timed where it is Hadoop's; that it is, in every run, tests of jobs show. */
class TimedShuffleTest {
  private static final InputPlan PLAN = new InputPlan(1, 1, 1, 1);

  private static Class<?> chosen(JobConf conf) throws Exception {
    Configuration job = ExtractJob.create(conf, new Path("/out"), PLAN).getConfiguration();
    return job.getClass(MRConfig.SHUFFLE_CONSUMER_PLUGIN, Shuffle.class);
  }

  @Test
  void takesThePlaceOfHadoops() throws Exception {
    assertThat(new JobConf().get(MRConfig.SHUFFLE_CONSUMER_PLUGIN))
        .isEqualTo(Shuffle.class.getName());
    Class<?> chosen = chosen(new JobConf());
    assertThat(chosen).isEqualTo(TimedShuffle.class);
    assertThat(ReflectionUtils.newInstance(chosen, new JobConf()))
        .as("as a reduce task makes it")
        .isInstanceOf(Shuffle.class);
  }

  @Test
  void leavesAnotherAlone() throws Exception {
    JobConf conf = new JobConf();
    conf.setClass(MRConfig.SHUFFLE_CONSUMER_PLUGIN, Other.class, ShuffleConsumerPlugin.class);
    assertThat(chosen(conf)).isEqualTo(Other.class);
  }

  /** Stands for a user's. */
  private static final class Other extends Shuffle<Object, Object> {}
}
