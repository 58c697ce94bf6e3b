package org.kiramr.sep.jna;

import com.sun.jna.Memory;

/**
 * Native memory that is kept from use to use and only ever grows, until it is closed. Not
 * thread-safe.
 */
final class GrowingMemory implements AutoCloseable {
  private Memory memory;

  /**
   * Memory of at least that many bytes; what it held before is lost if it grows.
   *
   * @throws OutOfMemoryError if there is not that much; nothing is held then
   */
  Memory atLeast(long bytes) {
    if (memory == null || memory.size() < bytes) {
      // Old before new: the two together could be more than a container has.
      close();
      memory = new Memory(bytes);
    }
    return memory;
  }

  long size() {
    return memory == null ? 0 : memory.size();
  }

  @Override
  public void close() {
    if (memory != null) {
      memory.close();
      memory = null;
    }
  }
}
