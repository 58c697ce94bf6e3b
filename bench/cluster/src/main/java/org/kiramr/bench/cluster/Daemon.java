package org.kiramr.bench.cluster;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One daemon of a cluster.
 *
 * @param node the node it works on, counted from 1; 0 if it serves the whole cluster
 */
record Daemon(DaemonKind kind, int node) {
  /** A daemon that serves the whole cluster. */
  static Daemon of(DaemonKind kind) {
    return new Daemon(kind, 0);
  }

  /** One for each node. */
  static List<Daemon> onEachNode(DaemonKind kind, int nodes) {
    return IntStream.rangeClosed(1, nodes).mapToObj(node -> new Daemon(kind, node)).toList();
  }

  /** Its name: of its log, and in the list of process ids. */
  String name() {
    return node == 0 ? kind.command() : kind.command() + "-" + node;
  }
}
