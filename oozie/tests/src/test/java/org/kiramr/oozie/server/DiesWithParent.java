package org.kiramr.oozie.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs another class's {@code main} until standard input ends. The parent holds the other end of
 * that pipe, so this process ends with it even if it is killed, when no shutdown hook of its runs.
 * Before it ends it kills the processes that a cluster in the parent would leave behind: those that
 * have a mark, such as a directory's path, in their command line.
 *
 * <p>Arguments: the mark, the class, and its arguments. A JVM of its own: it halts.
 */
final class DiesWithParent {
  /** Containers are launched by scripts that start others: looks again until none is left. */
  private static final int LOOKS = 5;

  private DiesWithParent() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    String mark = args[0];
    Thread watch = new Thread(() -> awaitEndOfInput(mark), "parent-watch");
    watch.setDaemon(true);
    watch.start();
    try {
      Class.forName(args[1])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(args, 2, args.length));
    } catch (InvocationTargetException e) {
      // A server that fails to start leaves threads behind that would go on for ever.
      e.getCause().printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static void awaitEndOfInput(String mark) {
    try {
      while (System.in.read() >= 0) {
        // The parent has nothing to say.
      }
      killMarked(mark);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }

  private static void killMarked(String mark) throws InterruptedException {
    for (int look = 0; look < LOOKS; look++) {
      List<ProcessHandle> left = ProcessHandle.allProcesses().filter(p -> has(p, mark)).toList();
      if (left.isEmpty()) {
        return;
      }
      left.forEach(ProcessHandle::destroyForcibly);
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static boolean has(ProcessHandle process, String mark) {
    return !process.equals(ProcessHandle.current())
        && process.info().commandLine().orElse("").contains(mark);
  }
}
