package org.kiramr.fits.mapreduce;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does one thing to many items, in several threads if told so; results are in the items' order. */
final class ParallelCalls implements AutoCloseable {
  private final ExecutorService executor;

  /** Something to do that can fail as file systems do. */
  @FunctionalInterface
  interface Call<A, B> {
    B apply(A item) throws IOException;
  }

  ParallelCalls(int threads) {
    executor = threads > 1 ? Executors.newFixedThreadPool(threads, ParallelCalls::daemon) : null;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "kira-fits-listing");
    thread.setDaemon(true);
    return thread;
  }

  /** Applies the call to each item. */
  <A, B> List<B> map(List<A> items, Call<A, B> call) throws IOException {
    List<B> results = new ArrayList<>(items.size());
    if (executor == null || items.size() == 1) {
      for (A item : items) {
        results.add(call.apply(item));
      }
      return results;
    }
    List<Callable<B>> calls = new ArrayList<>(items.size());
    for (A item : items) {
      calls.add(() -> call.apply(item));
    }
    try {
      for (Future<B> result : executor.invokeAll(calls)) {
        results.add(result.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted while listing").initCause(e);
    } catch (ExecutionException e) {
      throw rethrow(e.getCause());
    }
    return results;
  }

  private static IOException rethrow(Throwable cause) {
    if (cause instanceof RuntimeException e) {
      throw e;
    }
    if (cause instanceof Error e) {
      throw e;
    }
    return cause instanceof IOException e ? e : new IOException(cause);
  }

  @Override
  public void close() {
    if (executor != null) {
      executor.shutdownNow();
    }
  }
}
