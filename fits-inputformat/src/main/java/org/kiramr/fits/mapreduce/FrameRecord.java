package org.kiramr.fits.mapreduce;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.io.WritableUtils;
import org.kiramr.fits.FileSummary;
import org.kiramr.fits.Frame;
import org.kiramr.fits.Reject;

/**
 * What the record reader hands to the mapper: a frame, a reject, or, last for each file, the file's
 * summary.
 *
 * <p>As everywhere in Hadoop a value is valid until the next one is read: then its frame is closed.
 * Serialisation is complete (pixels, header), for tools that copy inputs; the job itself never
 * serialises frames.
 */
public final class FrameRecord implements Writable {

  /** What a record holds. */
  public enum Kind {
    /** {@link FrameRecord#frame()}. */
    FRAME,
    /** {@link FrameRecord#reject()}. */
    REJECT,
    /** {@link FrameRecord#summary()}. */
    SUMMARY
  }

  private Object content;

  /** For deserialisation: empty until {@link #readFields}. */
  public FrameRecord() {}

  private FrameRecord(Object content) {
    this.content = Objects.requireNonNull(content);
  }

  /** A record that holds a frame. */
  public static FrameRecord of(Frame frame) {
    return new FrameRecord(frame);
  }

  /** A record that holds a reject. */
  public static FrameRecord of(Reject reject) {
    return new FrameRecord(reject);
  }

  /** A record that holds a file's summary. */
  public static FrameRecord of(FileSummary summary) {
    return new FrameRecord(summary);
  }

  /**
   * What it holds.
   *
   * @throws IllegalStateException if it is empty
   */
  public Kind kind() {
    if (content instanceof Frame) {
      return Kind.FRAME;
    }
    if (content instanceof Reject) {
      return Kind.REJECT;
    }
    if (content instanceof FileSummary) {
      return Kind.SUMMARY;
    }
    throw new IllegalStateException("an empty record");
  }

  /**
   * The frame.
   *
   * @throws IllegalStateException if it holds something else
   */
  public Frame frame() {
    return content(Frame.class);
  }

  /**
   * The reject.
   *
   * @throws IllegalStateException if it holds something else
   */
  public Reject reject() {
    return content(Reject.class);
  }

  /**
   * The summary of the file.
   *
   * @throws IllegalStateException if it holds something else
   */
  public FileSummary summary() {
    return content(FileSummary.class);
  }

  private <T> T content(Class<T> type) {
    if (!type.isInstance(content)) {
      throw new IllegalStateException("not a " + type.getSimpleName() + ": " + content);
    }
    return type.cast(content);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    Kind kind = kind();
    WritableUtils.writeEnum(out, kind);
    switch (kind) {
      case FRAME -> FrameSerialization.write(frame(), out);
      case REJECT -> FrameSerialization.write(reject(), out);
      case SUMMARY -> FrameSerialization.write(summary(), out);
    }
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    content =
        switch (WritableUtils.readEnum(in, Kind.class)) {
          case FRAME -> FrameSerialization.readFrame(in);
          case REJECT -> FrameSerialization.readReject(in);
          case SUMMARY -> FrameSerialization.readSummary(in);
        };
  }

  @Override
  public String toString() {
    return String.valueOf(content);
  }
}
