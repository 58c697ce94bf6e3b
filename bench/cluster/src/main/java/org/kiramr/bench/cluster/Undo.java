package org.kiramr.bench.cluster;

import java.io.IOException;
import java.io.PrintStream;

/**
 * Stops what was started when a start fails, or when this process is told to end (Ctrl-C) before
 * the cluster is up: it is a shutdown hook for as long. Thread-safe.
 */
final class Undo extends Thread {
  private final DaemonLauncher launcher;
  private final ClusterStop stop;
  private final PrintStream err;
  private boolean settled;

  Undo(DaemonLauncher launcher, ClusterStop stop, PrintStream err) {
    super("undo");
    this.launcher = launcher;
    this.stop = stop;
    this.err = err;
  }

  /**
   * To be called when the start has ended: keeps the cluster, or stops it here and now.
   *
   * @throws InterruptedException if this process was told to end in the meantime; all is stopped,
   *     and no daemon is to be blamed
   */
  void settle(boolean up) throws IOException, InterruptedException {
    synchronized (this) {
      if (settled) {
        throw new InterruptedException("told to end");
      }
      settled = true;
      if (!up) {
        undo();
      }
    }
  }

  /** As a hook: without effect once all is settled. */
  @Override
  public void run() {
    synchronized (this) {
      if (settled) {
        return;
      }
      settled = true;
      err.println("cluster: interrupted: stopping what was started");
      try {
        undo();
      } catch (IOException e) {
        err.println("cluster: not all could be stopped: " + e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void undo() throws IOException, InterruptedException {
    launcher.close();
    stop.end();
  }
}
