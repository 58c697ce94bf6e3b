package org.kiramr.bench.cluster;

/**
 * What a cluster is to have.
 *
 * @param nodes data nodes, and as many node managers
 * @param cores tasks that run at once in the whole cluster
 * @param memoryMegabytes memory of each node for its containers
 * @param cpus what the node managers and their containers run on
 */
record ClusterSpec(int nodes, int cores, int memoryMegabytes, CpuList cpus) {
  /** What Hadoop's application master asks for, unless told otherwise. */
  static final int LEAST_MEMORY = 1536;

  /** A map container of {@code kira extract}. */
  private static final int TASK_MEMORY = 2048;

  /** A second copy is written, as on any cluster, and no third: all are on the same disk. */
  private static final int MOST_REPLICAS = 2;

  /**
   * @throws IllegalArgumentException if no such cluster can work
   */
  ClusterSpec {
    if (nodes < 1) {
      throw new IllegalArgumentException("a cluster has at least one node, not " + nodes);
    }
    if (cores < 1) {
      throw new IllegalArgumentException("a cluster has at least one core, not " + cores);
    }
    if (nodes > vcores(cores)) {
      throw new IllegalArgumentException(
          nodes
              + " nodes need at least "
              + (nodes - 1)
              + " cores: every node runs at least one container, and one container of all is the"
              + " application master");
    }
    if (memoryMegabytes < LEAST_MEMORY) {
      throw new IllegalArgumentException(
          "a node needs at least "
              + LEAST_MEMORY
              + " MB: the application master of MapReduce takes that much");
    }
  }

  /** Memory that lets a node's vcores all run maps of {@code kira extract}, MB. */
  static int defaultMemory(int nodes, int cores) {
    return TASK_MEMORY * Math.max(1, divideUp(vcores(cores), Math.max(1, nodes)));
  }

  /**
   * Virtual cores of all nodes: one for the application master, which takes a container and waits,
   * beside those of the tasks.
   */
  int vcores() {
    return vcores(cores);
  }

  /** Virtual cores of a node, counted from 1. */
  int vcoresOf(int node) {
    return vcores() / nodes + (node <= vcores() % nodes ? 1 : 0);
  }

  /** Virtual cores of the node that has most. */
  int mostVcores() {
    return vcoresOf(1);
  }

  int replication() {
    return Math.min(MOST_REPLICAS, nodes);
  }

  private static int vcores(int cores) {
    return cores + 1;
  }

  private static int divideUp(int dividend, int divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
