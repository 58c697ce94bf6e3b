package org.kiramr.jobs.compare;

import org.apache.hadoop.io.WritableComparator;

/** Sorts keys as they are stored. */
public final class RowKeyComparator extends WritableComparator {
  public RowKeyComparator() {
    super(RowKey.class, true);
  }

  @Override
  public int compare(byte[] b1, int s1, int l1, byte[] b2, int s2, int l2) {
    return compareBytes(
        b1, s1 + RowKey.HEADER, l1 - RowKey.HEADER, b2, s2 + RowKey.HEADER, l2 - RowKey.HEADER);
  }
}
