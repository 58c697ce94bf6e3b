package org.kiramr.jobs.extract;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.io.WritableUtils;
import org.kiramr.catalog.CanonicalRows;
import org.kiramr.catalog.FieldRow;
import org.kiramr.catalog.FrameCatalog;
import org.kiramr.catalog.RowBuffer;
import org.kiramr.fits.FileSummary;
import org.kiramr.fits.Reject;
import org.kiramr.fits.mapreduce.FrameRecord;

/**
 * What goes through the shuffle and to the writer: the detections of a frame, a reject, the account
 * of a file, or the account of a field once it is complete. Only the accessor of its {@link Kind}
 * may be called.
 */
public final class CatalogRecord implements Writable {
  /** What a record holds. */
  public enum Kind {
    FRAME,
    REJECT,
    FILE,
    FIELD
  }

  private Kind kind;
  private Object content;

  /** The rows of {@link Kind#FRAME}, once made; not part of the record. */
  private RowBuffer rows;

  /** An empty record for Hadoop to fill. */
  public CatalogRecord() {}

  private CatalogRecord(Kind kind, Object content) {
    this.kind = kind;
    this.content = content;
  }

  public static CatalogRecord ofFrame(FrameCatalog catalog) {
    return new CatalogRecord(Kind.FRAME, catalog);
  }

  public static CatalogRecord ofReject(Reject reject) {
    return new CatalogRecord(Kind.REJECT, reject);
  }

  public static CatalogRecord ofFile(FileSummary file) {
    return new CatalogRecord(Kind.FILE, file);
  }

  public static CatalogRecord ofField(FieldRow field) {
    return new CatalogRecord(Kind.FIELD, field);
  }

  public Kind kind() {
    return kind;
  }

  public FrameCatalog catalog() {
    return (FrameCatalog) content;
  }

  public Reject reject() {
    return (Reject) content;
  }

  public FileSummary file() {
    return (FileSummary) content;
  }

  public FieldRow field() {
    return (FieldRow) content;
  }

  /**
   * The canonical rows of the frame, made at the first call: the digest and the writer use the same
   * bytes.
   *
   * @return a buffer of the formatter, good until it formats another frame
   */
  RowBuffer rows(CanonicalRows formatter) {
    if (rows == null) {
      rows = formatter.format(catalog());
    }
    return rows;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    WritableUtils.writeEnum(out, kind);
    switch (kind) {
      case FRAME -> {
        byte[] bytes = catalog().toBytes();
        out.writeInt(bytes.length);
        out.write(bytes);
      }
      case REJECT -> FrameRecord.of(reject()).write(out);
      case FILE -> FrameRecord.of(file()).write(out);
      case FIELD -> field().write(out);
    }
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    rows = null;
    kind = WritableUtils.readEnum(in, Kind.class);
    content =
        switch (kind) {
          case FRAME -> readCatalog(in);
          case REJECT -> readRecord(in).reject();
          case FILE -> readRecord(in).summary();
          case FIELD -> FieldRow.read(in);
        };
  }

  private static FrameCatalog readCatalog(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return FrameCatalog.fromBytes(bytes);
  }

  private static FrameRecord readRecord(DataInput in) throws IOException {
    FrameRecord record = new FrameRecord();
    record.readFields(in);
    return record;
  }
}
