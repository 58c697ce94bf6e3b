package org.kiramr.jobs.run;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskCompletionEvent;

/** Waits for a job and tells a person how far it is. */
public final class JobProgress {
  private static final Duration LOCAL_POLL = Duration.ofMillis(200);
  private static final Duration CLUSTER_POLL = Duration.ofSeconds(1);
  private static final int EVENTS = 1000;

  /** Says in one line what a job has done so far. */
  @FunctionalInterface
  public interface Account {
    String of(Counters counters);
  }

  private final Job job;
  private final Account account;
  private final ProgressLine line;

  /**
   * @param account what the line says of the job's counters
   * @param terminal whether {@code out} is a terminal
   */
  public JobProgress(Job job, Account account, PrintStream out, boolean terminal) {
    this.job = job;
    this.account = account;
    this.line = new ProgressLine(out, terminal);
  }

  /**
   * Returns once the job has succeeded.
   *
   * @throws IOException if it failed
   */
  public void await() throws IOException, InterruptedException {
    boolean local = JobTuning.isLocal(job.getConfiguration());
    Duration poll = local ? LOCAL_POLL : CLUSTER_POLL;
    while (!job.isComplete()) {
      Thread.sleep(poll.toMillis());
      if (line.isDue()) {
        Counters counters = job.getCounters();
        line.print(counters == null ? null : account.of(counters), done());
      }
    }
    line.clear();
    if (!job.isSuccessful()) {
      throw new IOException("job " + job.getJobID() + " failed" + reason());
    }
  }

  /**
   * What the cluster says of the job and of the task that it failed for; the local runner only
   * logs.
   */
  private String reason() throws IOException, InterruptedException {
    String info = job.getStatus().getFailureInfo();
    if (info == null || info.isEmpty() || info.equals("NA")) {
      return "; Hadoop's log says why";
    }
    return ": " + firstLine(info) + taskDiagnostics();
  }

  private String taskDiagnostics() throws IOException, InterruptedException {
    int from = 0;
    TaskCompletionEvent[] events = job.getTaskCompletionEvents(from, EVENTS);
    while (events.length > 0) {
      for (TaskCompletionEvent event : events) {
        if (event.getStatus() == TaskCompletionEvent.Status.FAILED
            || event.getStatus() == TaskCompletionEvent.Status.TIPFAILED) {
          String[] diagnostics = job.getTaskDiagnostics(event.getTaskAttemptId());
          return diagnostics.length == 0 ? "" : ": " + firstLine(diagnostics[0]);
        }
      }
      from += events.length;
      events = job.getTaskCompletionEvents(from, EVENTS);
    }
    return "";
  }

  private static String firstLine(String text) {
    return text.strip().lines().findFirst().orElse("");
  }

  /** By the job's own progress, of which the maps are nine tenths of the work. */
  private double done() throws IOException {
    return 0.9 * job.mapProgress() + 0.1 * job.reduceProgress();
  }
}
