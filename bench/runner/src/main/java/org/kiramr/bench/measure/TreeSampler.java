package org.kiramr.bench.measure;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks at process trees at intervals while they work: for the peak of their memory, and for the
 * CPU of processes whose end nobody waits for (Hadoop kills a container's shell before its JVM):
 * what they used is in no account of the kernel afterwards. Whoever was once in a tree stays in it,
 * whatever becomes of its parents.
 */
final class TreeSampler implements AutoCloseable {
  private static final long INTERVAL_MS = 200;

  private record Identity(long pid, long startTime) {}

  private final Set<Long> roots;
  private final Set<Long> members = new HashSet<>();
  private final Map<Identity, Long> before = new HashMap<>();
  private final Map<Identity, Long> last = new HashMap<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::work, "process sampler");
  private long peakBytes;
  private IOException failure;

  /**
   * @param roots of the trees
   * @param earlier what was in the trees before the work began: its CPU until then does not count
   */
  TreeSampler(Collection<Long> roots, Collection<ProcessStat> earlier) {
    this.roots = Set.copyOf(roots);
    earlier.forEach(process -> before.put(identity(process), process.ownTicks()));
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    try {
      do {
        sample();
      } while (!stop.await(INTERVAL_MS, TimeUnit.MILLISECONDS));
    } catch (IOException e) {
      synchronized (this) {
        failure = e;
      }
    } catch (UncheckedIOException e) {
      synchronized (this) {
        failure = e.getCause();
      }
    } catch (InterruptedException e) {
      synchronized (this) {
        failure = new InterruptedIOException("the process sampler was interrupted");
      }
    }
  }

  private synchronized void sample() throws IOException {
    members.addAll(roots);
    List<ProcessStat> found = ProcessTree.of(members);
    long bytes = 0;
    for (ProcessStat process : found) {
      // a pid that was given away again is another process, and not ours
      members.add(process.pid());
      last.put(identity(process), process.ownTicks());
      bytes += ProcFs.residentBytes(process.pid());
    }
    members.retainAll(found.stream().map(ProcessStat::pid).toList());
    peakBytes = Math.max(peakBytes, bytes);
  }

  private static Identity identity(ProcessStat process) {
    return new Identity(process.pid(), process.startTime());
  }

  /** The largest sum of resident memory, bytes; pages that processes share count once for each. */
  synchronized long peakBytes() {
    return peakBytes;
  }

  /** CPU seconds of all processes seen, up to the last look at each: at most what they used. */
  synchronized double seenCpuSeconds() {
    long ticks = 0;
    for (Map.Entry<Identity, Long> process : last.entrySet()) {
      ticks += process.getValue() - before.getOrDefault(process.getKey(), 0L);
    }
    return ticks / ProcFs.TICKS;
  }

  /**
   * Ends the sampling.
   *
   * @throws IOException if a look at {@code /proc} failed on the way
   */
  @Override
  public void close() throws IOException {
    stop.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted at the end of sampling", e);
    }
    synchronized (this) {
      if (failure != null) {
        throw new IOException("cannot look at processes: " + failure.getMessage(), failure);
      }
    }
  }
}
