package org.kiramr.bench.measure;

/**
 * A line of {@code /proc/PID/stat} (proc(5)), times in clock ticks.
 *
 * @param pid the process
 * @param parent its parent now
 * @param startTime when it began, ticks after boot; with the pid it names a process for good
 * @param state a letter; Z is a process that has ended and waits to be collected
 * @param ownTicks its user and system time
 * @param childTicks the same of all descendants that have ended and were waited for
 */
record ProcessStat(
    long pid, long parent, long startTime, char state, long ownTicks, long childTicks) {
  private static final int STATE = 0;
  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILD_USER = 13;
  private static final int CHILD_SYSTEM = 14;
  private static final int START = 19;

  /** Parses the line; the name in it may hold anything, blanks and parentheses included. */
  static ProcessStat parse(String line) {
    int open = line.indexOf('(');
    int close = line.lastIndexOf(')');
    if (open < 0 || close < open) {
      throw new IllegalArgumentException("not a line of /proc/PID/stat: " + line);
    }
    String[] fields = line.substring(close + 1).strip().split(" ", -1);
    return new ProcessStat(
        Long.parseLong(line.substring(0, open).strip()),
        Long.parseLong(fields[PARENT]),
        Long.parseLong(fields[START]),
        fields[STATE].charAt(0),
        Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]),
        Long.parseLong(fields[CHILD_USER]) + Long.parseLong(fields[CHILD_SYSTEM]));
  }

  boolean isZombie() {
    return state == 'Z';
  }
}
