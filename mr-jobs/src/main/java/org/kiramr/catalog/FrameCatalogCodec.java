package org.kiramr.catalog;

import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A {@link FrameCatalog} as bytes: a version, the frame, the number of apertures and rows, then
 * column after column. Little-endian, so that whole arrays are copied as they lie in memory on the
 * machines in use. The bytes live between the map and the reduce of one job, not longer.
 */
final class FrameCatalogCodec {
  private static final byte VERSION = 2;
  private static final int MAX_APERTURES = 1000;

  private FrameCatalogCodec() {}

  static byte[] encode(FrameCatalog catalog) {
    FrameInfo frame = catalog.frame();
    byte[] field = frame.field().getBytes(StandardCharsets.UTF_8);
    byte[] band = frame.band().getBytes(StandardCharsets.UTF_8);
    byte[] image = frame.image().getBytes(StandardCharsets.UTF_8);
    byte[] radesys = text(frame.sky().radesys()).getBytes(StandardCharsets.UTF_8);
    byte[] note = frame.sky().note().getBytes(StandardCharsets.UTF_8);
    List<Column> columns = catalog.columns();
    int size = 1 + 16 * Integer.BYTES + Double.BYTES;
    size += field.length + band.length + image.length + radesys.length + note.length;
    for (Column column : columns) {
      size = Math.addExact(size, Math.multiplyExact(catalog.rows(), bytes(column.type())));
    }
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.put(VERSION);
    putText(out, field);
    putText(out, band);
    putText(out, image);
    out.putInt(frame.hdu()).putInt(frame.width()).putInt(frame.height());
    out.putInt(frame.bitpix()).putInt(frame.masked());
    out.putFloat(frame.backgroundMean()).putFloat(frame.backgroundRms());
    out.putInt(frame.pixelStack()).putInt(frame.subObjects());
    putText(out, radesys);
    Double equinox = frame.sky().equinox();
    out.putDouble(equinox == null ? Double.NaN : equinox);
    putText(out, note);
    out.putInt(catalog.apertures()).putInt(catalog.rows());
    for (int i = 0; i < columns.size(); i++) {
      putColumn(out, columns.get(i).type(), catalog.values(i));
    }
    if (out.hasRemaining()) {
      throw new BufferOverflowException();
    }
    return out.array();
  }

  static FrameCatalog decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    try {
      return decode(in);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the bytes end within the frame catalogue", e);
    }
  }

  private static FrameCatalog decode(ByteBuffer in) {
    byte version = in.get();
    if (version != VERSION) {
      throw new IllegalArgumentException("frame catalogue of version " + version);
    }
    FrameInfo frame =
        new FrameInfo(
            getText(in),
            getText(in),
            getText(in),
            in.getInt(),
            in.getInt(),
            in.getInt(),
            in.getInt(),
            in.getInt(),
            in.getFloat(),
            in.getFloat(),
            in.getInt(),
            in.getInt(),
            getSky(in));
    int apertures = in.getInt();
    int rows = in.getInt();
    if (apertures < 0 || apertures > MAX_APERTURES || rows < 0) {
      throw new IllegalArgumentException(
          "frame catalogue with " + apertures + " apertures and " + rows + " rows");
    }
    List<Column> columns = CatalogSchema.numericColumns(apertures);
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = getColumn(in, columns.get(i).type(), rows);
    }
    if (in.hasRemaining()) {
      throw new IllegalArgumentException(in.remaining() + " bytes after the frame catalogue");
    }
    return new FrameCatalog(frame, apertures, columns, values, rows);
  }

  /** An empty text or a NaN stands for what is not known. */
  private static SkyInfo getSky(ByteBuffer in) {
    String radesys = getText(in);
    double equinox = in.getDouble();
    return new SkyInfo(
        radesys.isEmpty() ? null : radesys, Double.isNaN(equinox) ? null : equinox, getText(in));
  }

  private static String text(String known) {
    return known == null ? "" : known;
  }

  private static int bytes(ColumnType type) {
    return switch (type) {
      case INT16 -> Short.BYTES;
      case INT32 -> Integer.BYTES;
      case FLOAT32 -> Float.BYTES;
      case FLOAT64 -> Double.BYTES;
      case INT64, STRING -> throw notInFrameCatalog(type);
    };
  }

  private static void putColumn(ByteBuffer out, ColumnType type, Object values) {
    int start = out.position();
    int rows;
    switch (type) {
      case INT16 -> {
        rows = ((short[]) values).length;
        out.asShortBuffer().put((short[]) values);
      }
      case INT32 -> {
        rows = ((int[]) values).length;
        out.asIntBuffer().put((int[]) values);
      }
      case FLOAT32 -> {
        rows = ((float[]) values).length;
        out.asFloatBuffer().put((float[]) values);
      }
      case FLOAT64 -> {
        rows = ((double[]) values).length;
        out.asDoubleBuffer().put((double[]) values);
      }
      default -> throw notInFrameCatalog(type);
    }
    out.position(start + rows * bytes(type));
  }

  private static Object getColumn(ByteBuffer in, ColumnType type, int rows) {
    int size = Math.multiplyExact(rows, bytes(type));
    if (size > in.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer part = in.slice(in.position(), size).order(in.order());
    in.position(in.position() + size);
    switch (type) {
      case INT16 -> {
        short[] values = new short[rows];
        part.asShortBuffer().get(values);
        return values;
      }
      case INT32 -> {
        int[] values = new int[rows];
        part.asIntBuffer().get(values);
        return values;
      }
      case FLOAT32 -> {
        float[] values = new float[rows];
        part.asFloatBuffer().get(values);
        return values;
      }
      case FLOAT64 -> {
        double[] values = new double[rows];
        part.asDoubleBuffer().get(values);
        return values;
      }
      default -> throw notInFrameCatalog(type);
    }
  }

  private static void putText(ByteBuffer out, byte[] text) {
    out.putInt(text.length).put(text);
  }

  private static String getText(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] text = new byte[length];
    in.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static IllegalStateException notInFrameCatalog(ColumnType type) {
    return new IllegalStateException("no column of a frame catalogue is " + type);
  }
}
