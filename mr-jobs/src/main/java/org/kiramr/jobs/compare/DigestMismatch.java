package org.kiramr.jobs.compare;

import java.util.Objects;

/**
 * A field whose rows do not have the digest that its own catalogue records for them.
 *
 * @param side which catalogue
 * @param field the field
 * @param recorded SHA-256 in the table of fields; null if the field has no row there
 * @param actual SHA-256 of the rows that there are
 */
public record DigestMismatch(Side side, String field, String recorded, String actual)
    implements Comparable<DigestMismatch> {
  public DigestMismatch {
    Objects.requireNonNull(side);
    Objects.requireNonNull(field);
    Objects.requireNonNull(actual);
  }

  @Override
  public int compareTo(DigestMismatch other) {
    int order = field.compareTo(other.field);
    return order != 0 ? order : side.compareTo(other.side);
  }
}
