package org.kiramr.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Whether a person is watching. */
public final class Terminal {
  private Terminal() {}

  /**
   * Whether standard output is a terminal, as Linux tells; false where it cannot be told. {@link
   * System#console} would also want standard input to be one, and on newer Java is there always.
   */
  public static boolean isOutput() {
    try {
      String device = Path.of("/proc/self/fd/1").toRealPath().toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException e) {
      // a pipe has no path: not a terminal
      return false;
    }
  }
}
