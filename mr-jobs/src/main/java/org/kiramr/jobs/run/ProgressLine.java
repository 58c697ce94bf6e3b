package org.kiramr.jobs.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * The line that tells a person how far a job is: on a terminal one line that changes, elsewhere a
 * new line every few seconds. Not thread-safe.
 */
public final class ProgressLine {
  private static final Duration LINE_EVERY = Duration.ofSeconds(5);
  private static final Duration TERMINAL_EVERY = Duration.ofSeconds(1);

  private final PrintStream out;
  private final boolean terminal;
  private final long start = System.nanoTime();
  private long next;
  private int width;

  /**
   * @param terminal whether {@code out} is a terminal
   */
  public ProgressLine(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    this.next = start + every().toNanos();
  }

  private Duration every() {
    return terminal ? TERMINAL_EVERY : LINE_EVERY;
  }

  /** Whether it is time for the next line. */
  public boolean isDue() {
    return System.nanoTime() >= next;
  }

  /** Time since this was made. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /**
   * Prints the line.
   *
   * @param account what the job has done so far; null if that is not known yet
   * @param done part of the work that is done, 0 to 1
   */
  public void print(String account, double done) {
    next = System.nanoTime() + every().toNanos();
    Duration elapsed = elapsed();
    String line =
        account == null
            ? "waiting for the cluster, " + clock(elapsed)
            : account + ", " + clock(elapsed) + left(elapsed, done);
    if (terminal) {
      width = Math.max(width, line.length());
      out.print("\r" + String.format("%-" + width + "s", line));
      out.flush();
    } else {
      out.println(line);
    }
  }

  /** Takes the line off a terminal. */
  public void clear() {
    if (width > 0) {
      out.print("\r" + " ".repeat(width) + "\r");
    }
  }

  private static String left(Duration elapsed, double done) {
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
