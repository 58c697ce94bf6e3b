package org.kiramr.fits.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.JobID;
import org.apache.hadoop.mapreduce.MRConfig;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskID;
import org.apache.hadoop.mapreduce.TaskType;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.junit.jupiter.api.Test;

/** Which attempt of a map task is the last one. */
class AttemptsTest {
  private static boolean isLast(Configuration conf, int attempt) {
    TaskID task = new TaskID(new JobID("test", 1), TaskType.MAP, 0);
    return Attempts.isLast(new TaskAttemptContextImpl(conf, new TaskAttemptID(task, attempt)));
  }

  @Test
  void onYarnTheConfiguredNumberCounts() {
    Configuration conf = new Configuration(false);
    conf.set(MRConfig.FRAMEWORK_NAME, "yarn");
    assertThat(isLast(conf, 2)).isFalse();
    assertThat(isLast(conf, 3)).isTrue();
    assertThat(isLast(conf, 1000)).as("first one of a second application master").isFalse();
    conf.setInt(MRJobConfig.MAP_MAX_ATTEMPTS, 1);
    assertThat(isLast(conf, 0)).isTrue();
  }

  @Test
  void theLocalRunnerTriesOnce() {
    Configuration conf = new Configuration(false);
    assertThat(isLast(conf, 0)).isTrue();
    conf.set(MRConfig.FRAMEWORK_NAME, "local");
    assertThat(isLast(conf, 0)).isTrue();
  }
}
