package org.kiramr.fits.mapreduce;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.MRConfig;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.apache.hadoop.mapreduce.TaskAttemptContext;

/** Whether a task that fails is tried again. */
public final class Attempts {
  private static final int DEFAULT_MAX_ATTEMPTS = 4;

  /** A restarted application master numbers attempts from the next multiple of this on. */
  private static final int ATTEMPTS_A_MASTER = 1000;

  private Attempts() {}

  /** The local job runner tries once; elsewhere {@link MRJobConfig#MAP_MAX_ATTEMPTS} counts. */
  public static boolean isLast(TaskAttemptContext context) {
    Configuration conf = context.getConfiguration();
    String framework = conf.getTrimmed(MRConfig.FRAMEWORK_NAME, "");
    if (framework.isEmpty() || framework.equals(MRConfig.LOCAL_FRAMEWORK_NAME)) {
      return true;
    }
    int attempt = context.getTaskAttemptID().getId() % ATTEMPTS_A_MASTER;
    return attempt + 1 >= conf.getInt(MRJobConfig.MAP_MAX_ATTEMPTS, DEFAULT_MAX_ATTEMPTS);
  }
}
