package org.kiramr.bench.cluster;

/** The cluster cannot be started or stopped; the message says why, and what to do. */
final class ClusterException extends Exception {
  private static final long serialVersionUID = 1L;

  ClusterException(String message) {
    super(message);
  }
}
