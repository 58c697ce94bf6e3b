package org.kiramr.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.mapreduce.Counter;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.StatusReporter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.TaskContext;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.util.TaskCompletionListener;
import org.kiramr.jobs.extract.KiraCounter;

/**
 * What a Spark task has counted, in Hadoop's counters. Spark gives Hadoop's input and output
 * formats a context that counts nowhere, and input formats one whose attempt is always the first;
 * {@link #inputContext} and {@link #outputContext} make those that they would have in MapReduce.
 *
 * <p>To be used in the task's own thread.
 */
final class SparkTask {
  private static final Map<Long, SparkTask> RUNNING = new ConcurrentHashMap<>();

  private final TaskContext spark;
  private final Counters counters = new Counters();

  private SparkTask(TaskContext spark) {
    this.spark = spark;
  }

  /** The task that this thread runs; forgotten when it ends. */
  static SparkTask current() {
    TaskContext spark = TaskContext.get();
    long id = spark.taskAttemptId();
    SparkTask known = RUNNING.get(id);
    if (known != null) {
      return known;
    }
    SparkTask task = new SparkTask(spark);
    RUNNING.put(id, task);
    task.atEnd(() -> RUNNING.remove(id));
    return task;
  }

  /** Has something done when the task ends, well or not; what is named last is done first. */
  void atEnd(Runnable action) {
    spark.addTaskCompletionListener((TaskCompletionListener) ended -> action.run());
  }

  /** Number of the task's partition in its stage. */
  int partition() {
    return spark.partitionId();
  }

  /** What it has counted so far; a live view. */
  Counters counters() {
    return counters;
  }

  /** One of its counters. */
  Counter find(String group, String name) {
    return counters.findCounter(group, name);
  }

  /**
   * Counts what the task has waited for the shuffle, by Spark's own figures: for blocks of other
   * executors, and for the disk while it wrote its own. To be called once, when the task ends.
   */
  void countShuffle() {
    TaskMetrics metrics = spark.taskMetrics();
    long written = TimeUnit.NANOSECONDS.toMillis(metrics.shuffleWriteMetrics().writeTime());
    find(KiraCounter.GROUP, KiraCounter.SHUFFLE.name())
        .increment(metrics.shuffleReadMetrics().fetchWaitTime() + written);
  }

  /** The context of Hadoop that Spark gave, with these counters and the number of the attempt. */
  TaskAttemptContext inputContext(TaskAttemptContext given) {
    return context(
        given, new TaskAttemptID(given.getTaskAttemptID().getTaskID(), spark.attemptNumber()));
  }

  /**
   * The context of Hadoop that Spark gave, with these counters. The attempt is Spark's: it has made
   * the committer with that id, and commits what was written for it.
   */
  TaskAttemptContext outputContext(TaskAttemptContext given) {
    return context(given, given.getTaskAttemptID());
  }

  private TaskAttemptContext context(TaskAttemptContext given, TaskAttemptID attempt) {
    return new TaskAttemptContextImpl(given.getConfiguration(), attempt, new Reporter(counters));
  }

  private static final class Reporter extends StatusReporter {
    private final Counters counters;

    Reporter(Counters counters) {
      this.counters = counters;
    }

    @Override
    public Counter getCounter(Enum<?> name) {
      return counters.findCounter(name);
    }

    @Override
    public Counter getCounter(String group, String name) {
      return counters.findCounter(group, name);
    }

    /** Spark does not ask tasks for a sign of life. */
    @Override
    public void progress() {}

    /** Spark does not ask input formats how far they are. */
    @Override
    public float getProgress() {
      return 0;
    }

    /** Spark shows no words of a task. */
    @Override
    public void setStatus(String status) {}
  }
}
