package org.kiramr.jobs.run;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskCompletionEvent;

/**
 * Waits for a job and tells a person how far it is: on a terminal one line that changes, elsewhere
 * a new line every few seconds.
 */
public final class JobProgress {
  private static final Duration LOCAL_POLL = Duration.ofMillis(200);
  private static final Duration CLUSTER_POLL = Duration.ofSeconds(1);
  private static final int EVENTS = 1000;
  private static final Duration LINE_EVERY = Duration.ofSeconds(5);
  private static final Duration TERMINAL_EVERY = Duration.ofSeconds(1);

  /** Says in one line what a job has done so far. */
  @FunctionalInterface
  public interface Account {
    String of(Counters counters);
  }

  private final Job job;
  private final Account account;
  private final PrintStream out;
  private final boolean terminal;

  /**
   * @param account what the line says of the job's counters
   * @param terminal whether {@code out} is a terminal
   */
  public JobProgress(Job job, Account account, PrintStream out, boolean terminal) {
    this.job = job;
    this.account = account;
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * Returns once the job has succeeded.
   *
   * @throws IOException if it failed
   */
  public void await() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Duration every = terminal ? TERMINAL_EVERY : LINE_EVERY;
    long next = start + every.toNanos();
    boolean local = JobTuning.isLocal(job.getConfiguration());
    Duration poll = local ? LOCAL_POLL : CLUSTER_POLL;
    int width = 0;
    while (!job.isComplete()) {
      Thread.sleep(poll.toMillis());
      if (System.nanoTime() < next) {
        continue;
      }
      next = System.nanoTime() + every.toNanos();
      String line = line(Duration.ofNanos(System.nanoTime() - start));
      if (terminal) {
        width = Math.max(width, line.length());
        out.print("\r" + String.format("%-" + width + "s", line));
        out.flush();
      } else {
        out.println(line);
      }
    }
    if (width > 0) {
      out.print("\r" + " ".repeat(width) + "\r");
    }
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

  private String line(Duration elapsed) throws IOException {
    Counters counters = job.getCounters();
    if (counters == null) {
      return "waiting for the cluster, " + clock(elapsed);
    }
    return account.of(counters) + ", " + clock(elapsed) + left(elapsed);
  }

  /** By the job's own progress, of which the maps are nine tenths of the work. */
  private String left(Duration elapsed) throws IOException {
    double done = 0.9 * job.mapProgress() + 0.1 * job.reduceProgress();
    if (done < 0.02) {
      return "";
    }
    long seconds = Math.round(elapsed.toMillis() / 1000.0 * (1 - done) / done);
    return ", " + clock(Duration.ofSeconds(seconds)) + " left";
  }

  private static String clock(Duration time) {
    return time.toHours() > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
  }
}
