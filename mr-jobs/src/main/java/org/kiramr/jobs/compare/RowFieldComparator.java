package org.kiramr.jobs.compare;

import org.apache.hadoop.io.WritableComparable;
import org.apache.hadoop.io.WritableComparator;

/** Makes one reduce call a field, whatever the rest of the key. */
public final class RowFieldComparator extends WritableComparator {
  public RowFieldComparator() {
    super(RowKey.class, true);
  }

  @Override
  @SuppressWarnings("rawtypes") // the signature of the superclass
  public int compare(WritableComparable a, WritableComparable b) {
    return ((RowKey) a).compareField((RowKey) b);
  }
}
