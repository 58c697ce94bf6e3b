package org.kiramr.bench.engine;

/**
 * How close a catalogue that need not be equal is to the reference.
 *
 * @param difference what differs by more than is allowed; null if nothing does
 * @param borderRows rows that differ beyond the tolerances because a pixel lies on the border of
 *     their ellipse, which is allowed for very few
 */
public record Closeness(String difference, long borderRows) {
  static final Closeness WITHIN_TOLERANCES = new Closeness(null, 0);
}
