package org.kiramr.bench.measure;

/**
 * What processes have used.
 *
 * @param cpuSeconds user and system time
 * @param readBytes through the system's read calls, whatever was read: files, pipes, sockets
 * @param writtenBytes through the write calls
 */
record Usage(double cpuSeconds, long readBytes, long writtenBytes) {
  static final Usage NONE = new Usage(0, 0, 0);

  Usage plus(Usage other) {
    return new Usage(
        cpuSeconds + other.cpuSeconds,
        readBytes + other.readBytes,
        writtenBytes + other.writtenBytes);
  }

  Usage minus(Usage other) {
    return new Usage(
        cpuSeconds - other.cpuSeconds,
        readBytes - other.readBytes,
        writtenBytes - other.writtenBytes);
  }

  /** The larger of each. */
  Usage max(Usage other) {
    return new Usage(
        Math.max(cpuSeconds, other.cpuSeconds),
        Math.max(readBytes, other.readBytes),
        Math.max(writtenBytes, other.writtenBytes));
  }
}
