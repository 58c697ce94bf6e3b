package org.kiramr.jobs.compare;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;
import org.apache.hadoop.io.Writable;

/** Where a row comes from: which catalogue, which table. Mutable, as Hadoop wants it. */
public final class PartTag implements Writable {
  private Side side;
  private CatalogTable table;

  /** An empty one for Hadoop to fill. */
  public PartTag() {}

  PartTag(Side side, CatalogTable table) {
    this.side = Objects.requireNonNull(side);
    this.table = Objects.requireNonNull(table);
  }

  Side side() {
    return side;
  }

  CatalogTable table() {
    return table;
  }

  /** Sorts A before B. */
  byte sideCode() {
    return (byte) (side == Side.A ? 0 : 1);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(sideCode());
    out.writeByte(table.code());
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    side = in.readByte() == 0 ? Side.A : Side.B;
    table = CatalogTable.ofCode(in.readByte());
  }

  @Override
  public String toString() {
    return "catalogue " + side + ", table " + (table == null ? null : table.tableName());
  }
}
