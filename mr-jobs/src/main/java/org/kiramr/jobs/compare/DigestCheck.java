package org.kiramr.jobs.compare;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kiramr.catalog.FieldDigest;

/**
 * Makes the digest of a field's rows while they come by in order, of both catalogues, and holds it
 * against the recorded one. Not thread-safe.
 */
final class DigestCheck {
  private final Smallest<DigestMismatch> first;
  private final Map<Side, FieldDigest> digests = new EnumMap<>(Side.class);
  private final Map<Side, String> recorded = new EnumMap<>(Side.class);
  private final Map<Side, Boolean> seen = new EnumMap<>(Side.class);
  private long mismatches;

  /**
   * @param show mismatches to keep
   */
  DigestCheck(int show) {
    this.first = new Smallest<>(show);
    for (Side side : Side.values()) {
      digests.put(side, new FieldDigest());
    }
  }

  /** Takes what a catalogue says of the field. */
  void recorded(Side side, String digest) {
    recorded.put(side, digest);
  }

  /** Takes the next row without its line feed. */
  void add(Side side, byte[] line) {
    seen.put(side, true);
    digests.get(side).update(line);
  }

  /** Ends the field. */
  void finish(String field) {
    for (Side side : Side.values()) {
      String actual = digests.get(side).hex();
      String expected = recorded.get(side);
      boolean there = seen.containsKey(side) || expected != null;
      if (there && !actual.equals(expected)) {
        mismatches++;
        first.add(new DigestMismatch(side, field, expected, actual));
      }
    }
    recorded.clear();
    seen.clear();
  }

  /** How many did not agree. */
  long mismatches() {
    return mismatches;
  }

  /** The first of them. */
  List<DigestMismatch> first() {
    return first.list();
  }
}
