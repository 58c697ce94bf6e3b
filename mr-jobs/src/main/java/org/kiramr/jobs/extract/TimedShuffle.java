package org.kiramr.jobs.extract;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.RawKeyValueIterator;
import org.apache.hadoop.mapred.Reporter;
import org.apache.hadoop.mapred.ShuffleConsumerPlugin;
import org.apache.hadoop.mapreduce.MRConfig;
import org.apache.hadoop.mapreduce.task.reduce.Shuffle;

/**
 * Hadoop's own shuffle of a reduce task, and how long it takes, which Hadoop does not count: {@link
 * KiraCounter#SHUFFLE}. Made by Hadoop, one a task; one thread at a time.
 */
final class TimedShuffle<K, V> extends Shuffle<K, V> {
  private Reporter reporter;

  /** Has a job's reduce tasks use it, unless somebody has chosen another than Hadoop's. */
  static void use(Configuration conf) {
    String hadoops = Shuffle.class.getName();
    if (conf.get(MRConfig.SHUFFLE_CONSUMER_PLUGIN, hadoops).equals(hadoops)) {
      conf.set(MRConfig.SHUFFLE_CONSUMER_PLUGIN, TimedShuffle.class.getName());
    }
  }

  @Override
  @SuppressWarnings("rawtypes") // as Hadoop declares it
  public void init(ShuffleConsumerPlugin.Context context) {
    reporter = context.getReporter();
    super.init(context);
  }

  @Override
  public RawKeyValueIterator run() throws IOException, InterruptedException {
    long start = System.nanoTime();
    RawKeyValueIterator records = super.run();
    reporter.incrCounter(
        KiraCounter.GROUP,
        KiraCounter.SHUFFLE.name(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    return records;
  }
}
