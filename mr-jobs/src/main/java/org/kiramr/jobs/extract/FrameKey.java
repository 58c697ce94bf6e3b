package org.kiramr.jobs.extract;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.WritableComparable;
import org.kiramr.fits.FrameId;

/**
 * The shuffle's key: sorts a field's records by band, image and HDU, in the order of UTF-8 bytes,
 * which is the order of the output's rows. Records about whole files have an empty field and come
 * first.
 */
public final class FrameKey implements WritableComparable<FrameKey> {
  private final Text field = new Text();
  private final Text band = new Text();
  private final Text image = new Text();
  private int hdu;

  /** An empty key for Hadoop to fill. */
  public FrameKey() {}

  public FrameKey(FrameId id) {
    this(id.field(), id.band(), id.image(), id.hdu());
  }

  public FrameKey(String field, String band, String image, int hdu) {
    this.field.set(field);
    this.band.set(band);
    this.image.set(image);
    this.hdu = hdu;
  }

  /** The key of what is known of a whole file. */
  static FrameKey ofFile(String image) {
    return new FrameKey("", "", image, -1);
  }

  public String field() {
    return field.toString();
  }

  /** The reducer that a record goes to: all of a field to one, whole files spread by name. */
  int partition(int reducers) {
    int hash = field.getLength() == 0 ? image.hashCode() : field.hashCode();
    return (hash & Integer.MAX_VALUE) % reducers;
  }

  /** Compares fields only. */
  int compareField(FrameKey other) {
    return field.compareTo(other.field);
  }

  @Override
  public int compareTo(FrameKey other) {
    int order = compareField(other);
    if (order == 0) {
      order = band.compareTo(other.band);
    }
    if (order == 0) {
      order = image.compareTo(other.image);
    }
    return order != 0 ? order : Integer.compare(hdu, other.hdu);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    field.write(out);
    band.write(out);
    image.write(out);
    out.writeInt(hdu);
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    field.readFields(in);
    band.readFields(in);
    image.readFields(in);
    hdu = in.readInt();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FrameKey key && compareTo(key) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, band, image, hdu);
  }

  @Override
  public String toString() {
    return field + "/" + band + "/" + image + "[" + hdu + "]";
  }
}
