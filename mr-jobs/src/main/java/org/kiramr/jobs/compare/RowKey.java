package org.kiramr.jobs.compare;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.hadoop.io.WritableComparable;
import org.apache.hadoop.io.WritableComparator;
import org.kiramr.fits.PlaneName;

/**
 * The shuffle's key: sorts the rows of a field so that those which may be a pair come together, in
 * bytes that are compared as they are. All begin with field and table, so that what is known of the
 * field comes first, then its frames, then its detections.
 *
 * <ul>
 *   <li>by identity: band, image, HDU, number, which make the group; then the side;
 *   <li>by position: band, HDU, plane, which make the group; then side, image, number.
 * </ul>
 *
 * <p>Text ends with a zero byte, which it cannot contain; so the order is that of UTF-8 bytes, the
 * catalogue's. Mutable, as Hadoop wants it.
 */
public final class RowKey implements WritableComparable<RowKey> {
  /** The bytes' length, the field's and the group's stand before the bytes. */
  static final int HEADER = 3 * Integer.BYTES;

  private byte[] bytes = {};
  private int fieldLength;
  private int groupLength;

  /** An empty key for Hadoop to fill. */
  public RowKey() {}

  private RowKey(ByteBuffer buffer, int fieldLength, int groupLength) {
    this.bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    this.fieldLength = fieldLength;
    this.groupLength = groupLength;
  }

  /**
   * The key of a row.
   *
   * @throws IllegalArgumentException if a text contains a zero byte
   */
  static RowKey of(Match match, PartTag tag, RowId id) {
    byte[] field = text(id.field());
    byte[] band = text(id.band());
    byte[] image = text(id.image());
    byte[] plane = match == Match.POSITION ? text(PlaneName.section(id.image())) : new byte[0];
    ByteBuffer buffer =
        ByteBuffer.allocate(field.length + band.length + image.length + plane.length + 10);
    buffer.put(field);
    int fieldLength = buffer.position();
    buffer.put(tag.table().code()).put(band);
    int groupLength;
    if (match == Match.POSITION) {
      number(buffer, id.hdu()).put(plane);
      groupLength = buffer.position();
      number(side(buffer, tag).put(image), id.number());
    } else {
      number(number(buffer.put(image), id.hdu()), id.number());
      groupLength = buffer.position();
      side(buffer, tag);
    }
    return new RowKey(buffer, fieldLength, groupLength);
  }

  private static ByteBuffer side(ByteBuffer buffer, PartTag tag) {
    return buffer.put(tag.sideCode());
  }

  /** With the sign flipped, since bytes are compared without one. */
  private static ByteBuffer number(ByteBuffer buffer, int value) {
    return buffer.putInt(value ^ Integer.MIN_VALUE);
  }

  private static byte[] text(String value) {
    if (value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a zero byte in " + value);
    }
    return (value + '\0').getBytes(StandardCharsets.UTF_8);
  }

  /** The field's name. */
  String field() {
    return new String(bytes, 0, fieldLength - 1, StandardCharsets.UTF_8);
  }

  /** The bytes that rows which may be a pair have in common. */
  byte[] copyGroup() {
    return Arrays.copyOf(bytes, groupLength);
  }

  /** Whether the row belongs to that group. */
  boolean isOf(byte[] group) {
    return Arrays.equals(bytes, 0, groupLength, group, 0, group.length);
  }

  /** The reducer that has the field. */
  int partition(int reducers) {
    int hash = WritableComparator.hashBytes(bytes, 0, fieldLength);
    return (hash & Integer.MAX_VALUE) % reducers;
  }

  /** Compares fields only. */
  int compareField(RowKey other) {
    return Arrays.compareUnsigned(bytes, 0, fieldLength, other.bytes, 0, other.fieldLength);
  }

  @Override
  public int compareTo(RowKey other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(bytes.length);
    out.writeInt(fieldLength);
    out.writeInt(groupLength);
    out.write(bytes);
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    bytes = new byte[in.readInt()];
    fieldLength = in.readInt();
    groupLength = in.readInt();
    in.readFully(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowKey key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return field() + " and " + (bytes.length - fieldLength) + " bytes";
  }
}
