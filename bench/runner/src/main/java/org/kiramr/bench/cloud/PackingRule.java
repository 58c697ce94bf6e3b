package org.kiramr.bench.cloud;

/** How the frames of a run are packed into tasks, on a cluster that is known. */
@FunctionalInterface
interface PackingRule {

  /** How so many frames of such a size are packed on so many cores. */
  Packing on(int cores, int frames, double frameBytes);

  /** The same packing everywhere. */
  static PackingRule always(Packing packing) {
    return (cores, frames, frameBytes) -> packing;
  }
}
