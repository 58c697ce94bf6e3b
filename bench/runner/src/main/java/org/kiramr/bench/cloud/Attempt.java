package org.kiramr.bench.cloud;

/** One attempt at a task. */
final class Attempt {
  final int task;
  final int core;
  final double asked;
  final double started;
  final Cost cost;
  Attempt twin;
  boolean useless;

  Attempt(int task, int core, double asked, double started, Cost cost) {
    this.task = task;
    this.core = core;
    this.asked = asked;
    this.started = started;
    this.cost = cost;
  }

  double end() {
    return started + cost.seconds();
  }

  /**
   * What an attempt takes.
   *
   * @param launch start of containers
   * @param compute frames, on a core of usual speed
   * @param slow what a slow node or an unlucky attempt adds
   * @param storage what waiting for bytes adds
   */
  record Cost(double launch, double compute, double slow, double storage) {
    double seconds() {
      return launch + compute + slow + storage;
    }
  }
}
