package org.kiramr.jobs.extract;

import org.apache.hadoop.io.WritableComparable;
import org.apache.hadoop.io.WritableComparator;

/** Makes one reduce call a field, whatever the rest of the key. */
public final class FieldGroupingComparator extends WritableComparator {
  public FieldGroupingComparator() {
    super(FrameKey.class, true);
  }

  @Override
  @SuppressWarnings("rawtypes") // the signature of the superclass
  public int compare(WritableComparable a, WritableComparable b) {
    return ((FrameKey) a).compareField((FrameKey) b);
  }
}
