package org.kiramr.catalog;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The row of a field in the table of fields.
 *
 * @param field field
 * @param bands the bands of its frames in order, joined by '+'
 * @param frames frames in the catalogue
 * @param rejects rejects that belong to the field
 * @param detections rows in the catalogue
 * @param sha256 SHA-256 of the field's canonical rows, lower-case hexadecimal
 */
public record FieldRow(
    String field, String bands, int frames, int rejects, long detections, String sha256) {

  /** Writes the row for {@link #read(DataInput)}. */
  public void write(DataOutput out) throws IOException {
    out.writeUTF(field);
    out.writeUTF(bands);
    out.writeInt(frames);
    out.writeInt(rejects);
    out.writeLong(detections);
    out.writeUTF(sha256);
  }

  /** Reads what {@link #write(DataOutput)} wrote. */
  public static FieldRow read(DataInput in) throws IOException {
    return new FieldRow(
        in.readUTF(), in.readUTF(), in.readInt(), in.readInt(), in.readLong(), in.readUTF());
  }
}
