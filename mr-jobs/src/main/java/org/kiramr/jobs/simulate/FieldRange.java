package org.kiramr.jobs.simulate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.mapreduce.InputSplit;

/** The fields that one map task makes: from a number, counted from 0, to before another. */
public final class FieldRange extends InputSplit implements Writable {
  private int from;
  private int to;

  /** For Hadoop, which fills it by {@link #readFields}. */
  public FieldRange() {}

  FieldRange(int from, int to) {
    this.from = from;
    this.to = to;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  @Override
  public long getLength() {
    return (long) to - from;
  }

  /** Anywhere: there is nothing to read. */
  @Override
  public String[] getLocations() {
    return new String[0];
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(from);
    out.writeInt(to);
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    from = in.readInt();
    to = in.readInt();
  }

  @Override
  public String toString() {
    return "fields " + from + " to " + (to - 1);
  }
}
