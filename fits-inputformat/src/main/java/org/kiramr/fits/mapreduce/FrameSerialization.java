package org.kiramr.fits.mapreduce;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.WritableUtils;
import org.kiramr.fits.CompanionSummary;
import org.kiramr.fits.FileSummary;
import org.kiramr.fits.Frame;
import org.kiramr.fits.FrameId;
import org.kiramr.fits.NoiseKind;
import org.kiramr.fits.Reject;
import org.kiramr.fits.RejectCode;
import org.kiramr.fits.RejectStage;

/** How frames, rejects and summaries are written to and read from Hadoop's data streams. */
final class FrameSerialization {
  private static final int CHUNK_BYTES = 1 << 16;

  private FrameSerialization() {}

  static void write(Frame frame, DataOutput out) throws IOException {
    FrameId id = frame.id();
    Text.writeString(out, id.field());
    Text.writeString(out, id.band());
    Text.writeString(out, id.image());
    out.writeInt(id.hdu());
    out.writeInt(frame.bitpix());
    out.writeInt(frame.width());
    out.writeInt(frame.height());
    byte[] header = frame.headerBlocks();
    out.writeInt(header.length);
    out.write(header);
    out.writeBoolean(frame.isDouble());
    if (frame.isDouble()) {
      writeDoubles(frame.doublePixels(), out);
    } else {
      writeFloats(frame.floatPixels(), out);
    }
    out.writeBoolean(frame.noise() != null);
    if (frame.noise() != null) {
      WritableUtils.writeEnum(out, frame.noiseKind());
      writeFloats(frame.noise(), out);
    }
  }

  static Frame readFrame(DataInput in) throws IOException {
    FrameId id =
        new FrameId(Text.readString(in), Text.readString(in), Text.readString(in), in.readInt());
    int bitpix = in.readInt();
    int width = in.readInt();
    int height = in.readInt();
    int pixels = Math.multiplyExact(width, height);
    byte[] header = readBytes(in, in.readInt());
    boolean isDouble = in.readBoolean();
    double[] doubles = isDouble ? readDoubles(in, pixels) : null;
    float[] floats = isDouble ? null : readFloats(in, pixels);
    Frame frame = Frame.restore(id, bitpix, width, height, floats, doubles, header);
    if (in.readBoolean()) {
      NoiseKind kind = WritableUtils.readEnum(in, NoiseKind.class);
      frame.setNoise(readFloats(in, pixels), kind);
    }
    return frame;
  }

  static void write(Reject reject, DataOutput out) throws IOException {
    Text.writeString(out, reject.image());
    out.writeInt(reject.hdu());
    Text.writeString(out, reject.field());
    WritableUtils.writeEnum(out, reject.stage());
    WritableUtils.writeEnum(out, reject.code());
    Text.writeString(out, reject.reason());
  }

  static Reject readReject(DataInput in) throws IOException {
    return new Reject(
        Text.readString(in),
        in.readInt(),
        Text.readString(in),
        WritableUtils.readEnum(in, RejectStage.class),
        WritableUtils.readEnum(in, RejectCode.class),
        Text.readString(in));
  }

  static void write(FileSummary summary, DataOutput out) throws IOException {
    Text.writeString(out, summary.image());
    Text.writeString(out, summary.path());
    out.writeLong(summary.bytes());
    out.writeLong(summary.crc32());
    out.writeInt(summary.frames());
    out.writeInt(summary.rejects());
    out.writeInt(summary.hdusIgnored());
    write(summary.mask(), out);
    write(summary.noise(), out);
  }

  private static void write(CompanionSummary companion, DataOutput out) throws IOException {
    out.writeBoolean(companion != null);
    if (companion != null) {
      Text.writeString(out, companion.name());
      out.writeLong(companion.bytes());
      out.writeLong(companion.crc32());
    }
  }

  private static CompanionSummary readCompanion(DataInput in) throws IOException {
    return in.readBoolean()
        ? new CompanionSummary(Text.readString(in), in.readLong(), in.readLong())
        : null;
  }

  static FileSummary readSummary(DataInput in) throws IOException {
    return new FileSummary(
        Text.readString(in),
        Text.readString(in),
        in.readLong(),
        in.readLong(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        readCompanion(in),
        readCompanion(in));
  }

  private static byte[] readBytes(DataInput in, int n) throws IOException {
    byte[] bytes = new byte[n];
    in.readFully(bytes);
    return bytes;
  }

  private static void writeFloats(FloatBuffer pixels, DataOutput out) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
    int perChunk = CHUNK_BYTES / Float.BYTES;
    for (int at = 0; at < pixels.limit(); at += perChunk) {
      int n = Math.min(perChunk, pixels.limit() - at);
      chunk.asFloatBuffer().put(0, pixels, at, n);
      out.write(chunk.array(), 0, n * Float.BYTES);
    }
  }

  private static float[] readFloats(DataInput in, int count) throws IOException {
    float[] pixels = new float[count];
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
    int perChunk = CHUNK_BYTES / Float.BYTES;
    for (int at = 0; at < count; at += perChunk) {
      int n = Math.min(perChunk, count - at);
      in.readFully(chunk.array(), 0, n * Float.BYTES);
      chunk.asFloatBuffer().get(pixels, at, n);
    }
    return pixels;
  }

  private static void writeDoubles(DoubleBuffer pixels, DataOutput out) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
    int perChunk = CHUNK_BYTES / Double.BYTES;
    for (int at = 0; at < pixels.limit(); at += perChunk) {
      int n = Math.min(perChunk, pixels.limit() - at);
      chunk.asDoubleBuffer().put(0, pixels, at, n);
      out.write(chunk.array(), 0, n * Double.BYTES);
    }
  }

  private static double[] readDoubles(DataInput in, int count) throws IOException {
    double[] pixels = new double[count];
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
    int perChunk = CHUNK_BYTES / Double.BYTES;
    for (int at = 0; at < count; at += perChunk) {
      int n = Math.min(perChunk, count - at);
      in.readFully(chunk.array(), 0, n * Double.BYTES);
      chunk.asDoubleBuffer().get(pixels, at, n);
    }
    return pixels;
  }
}
