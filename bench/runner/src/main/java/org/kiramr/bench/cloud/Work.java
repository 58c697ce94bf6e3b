package org.kiramr.bench.cloud;

/** The frames of a run, cut into tasks. Immutable. */
final class Work {
  private final double[] taskSeconds;
  private final int[] taskFrames;
  private final int frames;
  private final double frameBytes;

  /**
   * Cuts the work.
   *
   * @param crowding detections of each frame as multiples of the average
   */
  Work(EngineProfile engine, Packing packing, double[] crowding, double frameBytes) {
    this.frames = crowding.length;
    this.frameBytes = frameBytes;
    int each = packing.framesPerTask();
    int tasks = (frames + each - 1) / each;
    taskSeconds = new double[tasks];
    taskFrames = new int[tasks];
    double even = engine.frameSeconds() * (1 - engine.crowdedShare());
    double crowded = engine.frameSeconds() * engine.crowdedShare();
    for (int i = 0; i < frames; i++) {
      taskSeconds[i / each] += even + crowded * crowding[i];
      taskFrames[i / each]++;
    }
  }

  int tasks() {
    return taskSeconds.length;
  }

  int frames() {
    return frames;
  }

  double seconds(int task) {
    return taskSeconds[task];
  }

  double bytes(int task) {
    return taskFrames[task] * frameBytes;
  }
}
