package org.kiramr.jobs.compare;

/**
 * A position in a frame.
 *
 * @param x pixels
 * @param y pixels
 */
record Place(double x, double y) {
  /** Whether it is one: a row can lack its position. */
  boolean isThere() {
    return Double.isFinite(x) && Double.isFinite(y);
  }

  /** How far apart, pixels. */
  double distance(Place other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  /** By x (axis 0) or y (axis 1). */
  double along(int axis) {
    return axis == 0 ? x : y;
  }
}
