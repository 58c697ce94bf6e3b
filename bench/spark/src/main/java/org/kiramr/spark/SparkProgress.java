package org.kiramr.spark;

import java.io.PrintStream;
import java.util.function.Supplier;
import org.kiramr.jobs.cli.Terminal;
import org.kiramr.jobs.run.ProgressLine;

/** Tells a person how far a job is, from a thread of its own, until it is closed. */
final class SparkProgress implements AutoCloseable {
  private static final long POLL_MILLIS = 200;

  private final Thread thread = new Thread(this::watch, "kira-progress");
  private final ProgressLine line;
  private final Supplier<String> account;
  private final Supplier<Double> done;
  private boolean closed;

  /**
   * @param account what the job has done so far
   * @param done which part of the work that is, 0 to 1
   */
  SparkProgress(PrintStream out, Supplier<String> account, Supplier<Double> done) {
    this.line = new ProgressLine(out, Terminal.isOutput());
    this.account = account;
    this.done = done;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void watch() {
    try {
      while (tell()) {
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns false once it is closed. */
  private synchronized boolean tell() {
    if (!closed && line.isDue()) {
      line.print(account.get(), done.get());
    }
    return !closed;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      line.clear();
    }
    thread.interrupt();
  }
}
