package org.kiramr.jobs.compare;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.Writable;

/** A row in the shuffle, as it stands in its table. Mutable, as Hadoop wants it. */
public final class RowRecord implements Writable {
  private final PartTag tag;
  private final Text line;

  /** An empty one for Hadoop to fill. */
  public RowRecord() {
    this(new PartTag(), new Text());
  }

  RowRecord(PartTag tag, Text line) {
    this.tag = tag;
    this.line = line;
  }

  Side side() {
    return tag.side();
  }

  CatalogTable table() {
    return tag.table();
  }

  /** A copy of the row's bytes. */
  byte[] copyLine() {
    return line.copyBytes();
  }

  @Override
  public void write(DataOutput out) throws IOException {
    tag.write(out);
    line.write(out);
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    tag.readFields(in);
    line.readFields(in);
  }

  @Override
  public String toString() {
    return tag + ": " + line;
  }
}
