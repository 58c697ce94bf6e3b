package org.kiramr.bench.cloud;

/**
 * A cluster.
 *
 * @param cores that work on frames
 * @param coresPerNode of a machine
 * @param nodeBytesPerSecond what a machine can read
 * @param totalBytesPerSecond what the storage can give to all
 * @param slowNodeFraction part of the machines that are slow
 * @param slowNodeFactor how much longer everything takes on these
 * @param stragglerFraction part of the attempts that are late for no reason of their own
 * @param stragglerFactor how much longer these take
 */
public record ClusterProfile(
    int cores,
    int coresPerNode,
    double nodeBytesPerSecond,
    double totalBytesPerSecond,
    double slowNodeFraction,
    double slowNodeFactor,
    double stragglerFraction,
    double stragglerFactor) {

  public ClusterProfile {
    if (cores < 1 || coresPerNode < 1) {
      throw new IllegalArgumentException(cores + " cores, " + coresPerNode + " a node");
    }
  }

  /** Cores that nothing disturbs: no slow node, no straggler, storage without limits. */
  public static ClusterProfile ideal(int cores) {
    return new ClusterProfile(
        cores, cores, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 1, 0, 1);
  }

  /** What one core can read while all do. */
  double coreBytesPerSecond() {
    double ofNode = nodeBytesPerSecond / Math.min(cores, coresPerNode);
    return Math.min(ofNode, totalBytesPerSecond / cores);
  }
}
