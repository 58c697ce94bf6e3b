package org.kiramr.sep.jna;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * A sep_image and the memory its pointers lead to. Sizes are checked by the caller: width x height
 * is the length of every array, and a positive int. Not thread-safe.
 */
public final class NativeImage implements AutoCloseable {
  private static final int PIXELS = 0;
  private static final int MASK = 1;
  private static final int NOISE = 2;

  private final StructLayout layout;
  private final Memory struct;
  private final long address;
  private final GrowingMemory pixels = new GrowingMemory();
  private final GrowingMemory noise = new GrowingMemory();
  private final GrowingMemory mask = new GrowingMemory();
  private final GrowingMemory segmentation = new GrowingMemory();

  /** Buffers that the struct points into: kept reachable, and their memory with them. */
  private final Buffer[] borrowed = new Buffer[3];

  public NativeImage(StructLayout layout) {
    this.layout = layout;
    this.struct = new Memory(layout.imageSize);
    this.address = Pointer.nativeValue(struct);
    clear();
  }

  /** No pixels, noise, mask, segmentation map or gain; the memory is kept. */
  public void clear() {
    Arrays.fill(borrowed, null);
    struct.clear();
  }

  public void setPixels(float[] values, int width, int height) {
    Memory target = reserve(pixels, values.length, Float.BYTES);
    target.write(0, values, 0, values.length);
    setData(target, SepFunctions.TYPE_FLOAT, width, height);
  }

  public void setPixels(double[] values, int width, int height) {
    Memory target = reserve(pixels, values.length, Double.BYTES);
    target.write(0, values, 0, values.length);
    setData(target, SepFunctions.TYPE_DOUBLE, width, height);
  }

  /** Works on the pixels of a direct buffer, from its position on, where they are. */
  public void setPixels(FloatBuffer values, int width, int height) {
    borrowed[PIXELS] = values;
    setData(addressOf(values, Float.BYTES), SepFunctions.TYPE_FLOAT, width, height);
  }

  public void setPixels(DoubleBuffer values, int width, int height) {
    borrowed[PIXELS] = values;
    setData(addressOf(values, Double.BYTES), SepFunctions.TYPE_DOUBLE, width, height);
  }

  /** JNA gives the address of a buffer's first value, wherever its position is. */
  private static Pointer addressOf(Buffer values, int valueBytes) {
    return Native.getDirectBufferPointer(values).share((long) values.position() * valueBytes);
  }

  private void setData(Pointer data, int type, int width, int height) {
    struct.setPointer(StructLayout.IMAGE_DATA, data);
    struct.setInt(StructLayout.IMAGE_DTYPE, type);
    if (layout.wide) {
      struct.setLong(layout.imageWidth, width);
      struct.setLong(layout.imageHeight, height);
    } else {
      struct.setInt(layout.imageWidth, width);
      struct.setInt(layout.imageHeight, height);
    }
  }

  public void readPixels(float[] target) {
    struct.getPointer(StructLayout.IMAGE_DATA).read(0, target, 0, target.length);
  }

  public void readPixels(double[] target) {
    struct.getPointer(StructLayout.IMAGE_DATA).read(0, target, 0, target.length);
  }

  public void setMask(byte[] values, double threshold) {
    clearMask();
    Memory target = reserve(mask, values.length, Byte.BYTES);
    target.write(0, values, 0, values.length);
    setMask(target, threshold);
  }

  /** Uses the mask of a direct buffer, from its position on, where it is. */
  public void setMask(ByteBuffer values, double threshold) {
    borrowed[MASK] = values;
    setMask(addressOf(values, Byte.BYTES), threshold);
  }

  private void setMask(Pointer target, double threshold) {
    struct.setPointer(StructLayout.IMAGE_MASK, target);
    struct.setInt(StructLayout.IMAGE_MDTYPE, SepFunctions.TYPE_BYTE);
    struct.setDouble(layout.imageMaskThreshold, threshold);
  }

  public void clearMask() {
    borrowed[MASK] = null;
    struct.setPointer(StructLayout.IMAGE_MASK, null);
  }

  /** Noise of one value; the type is SEP_NOISE_STDDEV or SEP_NOISE_VAR. */
  public void setNoise(double value, short type) {
    borrowed[NOISE] = null;
    struct.setPointer(StructLayout.IMAGE_NOISE, null);
    struct.setDouble(layout.imageNoiseValue, value);
    struct.setShort(layout.imageNoiseType, type);
  }

  /** Noise by pixel. */
  public void setNoise(float[] values, short type) {
    clearNoise();
    Memory target = reserve(noise, values.length, Float.BYTES);
    target.write(0, values, 0, values.length);
    setNoise(target, type);
  }

  /** Uses the noise of a direct buffer, from its position on, where it is. */
  public void setNoise(FloatBuffer values, short type) {
    clearNoise();
    borrowed[NOISE] = values;
    setNoise(addressOf(values, Float.BYTES), type);
  }

  private void setNoise(Pointer target, short type) {
    struct.setPointer(StructLayout.IMAGE_NOISE, target);
    struct.setInt(StructLayout.IMAGE_NDTYPE, SepFunctions.TYPE_FLOAT);
    struct.setShort(layout.imageNoiseType, type);
  }

  /** No noise. SEP frees what it never allocated if an array is left with type NONE: both go. */
  public void clearNoise() {
    borrowed[NOISE] = null;
    struct.setPointer(StructLayout.IMAGE_NOISE, null);
    struct.setDouble(layout.imageNoiseValue, 0);
    struct.setShort(layout.imageNoiseType, (short) 0);
  }

  public void setGain(double gain) {
    struct.setDouble(layout.imageGain, gain);
  }

  public void setSegmentation(int[] ids) {
    clearSegmentation();
    Memory target = reserve(segmentation, ids.length, Integer.BYTES);
    target.write(0, ids, 0, ids.length);
    struct.setPointer(StructLayout.IMAGE_SEGMAP, target);
    struct.setInt(StructLayout.IMAGE_SDTYPE, SepFunctions.TYPE_INT);
  }

  public void clearSegmentation() {
    struct.setPointer(StructLayout.IMAGE_SEGMAP, null);
  }

  private static Memory reserve(GrowingMemory memory, int values, int valueBytes) {
    return memory.atLeast((long) values * valueBytes);
  }

  /** The sep_image. */
  Pointer pointer() {
    return struct;
  }

  /** Where the sep_image lies; valid until {@link #close()}. */
  long address() {
    return address;
  }

  StructLayout layout() {
    return layout;
  }

  Pointer data() {
    return struct.getPointer(StructLayout.IMAGE_DATA);
  }

  int dataType() {
    return struct.getInt(StructLayout.IMAGE_DTYPE);
  }

  /** Bytes of native memory held for arrays. */
  public long bytes() {
    return pixels.size() + noise.size() + mask.size() + segmentation.size();
  }

  @Override
  public void close() {
    pixels.close();
    noise.close();
    mask.close();
    segmentation.close();
    struct.close();
  }
}
