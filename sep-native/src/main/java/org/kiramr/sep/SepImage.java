package org.kiramr.sep;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.kiramr.sep.jna.NativeApertures;
import org.kiramr.sep.jna.NativeImage;

/**
 * An image in native memory, with its mask, noise, gain and segmentation map: what SEP works on.
 *
 * <p>Made to be used again, one a thread, frame after frame: the memory grows to the largest frame
 * seen and is given back by {@link #close()} (or, if that is forgotten, once the image is
 * unreachable). {@link #setPixels} begins a new frame and forgets mask, noise, gain and
 * segmentation map of the one before. Arrays are copied; direct buffers are worked on where they
 * are, and must not be used for anything else until {@link #clear()}, the next frame or the end.
 *
 * <p>Not thread-safe.
 */
public final class SepImage implements AutoCloseable {
  private final NativeImage image = new NativeImage(SepLibrary.loaded().layout());
  private final NativeApertures apertures = new NativeApertures(image);
  private PixelType pixelType;
  private int width;
  private int height;
  private boolean segmented;
  private boolean closed;

  /** Type of the pixels held. */
  private enum PixelType {
    FLOAT,
    DOUBLE
  }

  /**
   * An image without pixels.
   *
   * @throws SepUnavailableException if there is no usable libsep
   */
  public SepImage() {}

  /**
   * Begins a new frame.
   *
   * @param pixels row-major, in image units; a pixel that means nothing may be NaN, and then has to
   *     be masked
   * @param width pixels in x
   * @param height pixels in y
   * @throws IllegalArgumentException if width x height is not the number of pixels
   */
  public void setPixels(float[] pixels, int width, int height) {
    begin(pixels.length, width, height);
    image.setPixels(pixels, width, height);
    accept(PixelType.FLOAT, width, height);
  }

  /**
   * Begins a new frame. SEP keeps the pixels as double, and measures them as float.
   *
   * @see #setPixels(float[], int, int)
   */
  public void setPixels(double[] pixels, int width, int height) {
    begin(pixels.length, width, height);
    image.setPixels(pixels, width, height);
    accept(PixelType.DOUBLE, width, height);
  }

  /**
   * Begins a new frame on pixels that are not copied: what is subtracted is subtracted from them.
   *
   * @param pixels a direct buffer in native byte order, row-major from its position to its limit
   * @see #setPixels(float[], int, int)
   */
  public void setPixels(FloatBuffer pixels, int width, int height) {
    Checks.direct(pixels.isDirect(), pixels.order(), "pixels");
    begin(pixels.remaining(), width, height);
    image.setPixels(pixels, width, height);
    accept(PixelType.FLOAT, width, height);
  }

  /**
   * Begins a new frame on pixels that are not copied.
   *
   * @see #setPixels(FloatBuffer, int, int)
   * @see #setPixels(double[], int, int)
   */
  public void setPixels(DoubleBuffer pixels, int width, int height) {
    Checks.direct(pixels.isDirect(), pixels.order(), "pixels");
    begin(pixels.remaining(), width, height);
    image.setPixels(pixels, width, height);
    accept(PixelType.DOUBLE, width, height);
  }

  private void begin(int length, int newWidth, int newHeight) {
    ensureOpen();
    Checks.pixels(length, newWidth, newHeight, "pixels");
    // Without pixels until the new ones are in: memory may run out on the way.
    clear();
  }

  /**
   * Ends a frame: the image has no pixels until the next one begins, and lets go of buffers, which
   * would keep their memory from being freed.
   */
  public void clear() {
    ensureOpen();
    image.clear();
    pixelType = null;
    segmented = false;
  }

  private void accept(PixelType type, int newWidth, int newHeight) {
    pixelType = type;
    width = newWidth;
    height = newHeight;
  }

  /**
   * Masks pixels out of background, detection and photometry.
   *
   * @param mask row-major, each value taken as unsigned
   * @param threshold a pixel is masked if its value is larger. SEP's extraction does not look at
   *     it: there, every value above 0 is masked. Nor does it mask the first row if there is a
   *     kernel of three rows or more: a masked pixel should therefore be NaN too.
   */
  public void setMask(byte[] mask, double threshold) {
    ensurePixels();
    checkMask(mask.length, threshold);
    image.setMask(mask, threshold);
  }

  /**
   * Masks pixels by a mask that is not copied.
   *
   * @param mask a direct buffer, from its position to its limit
   * @see #setMask(byte[], double)
   */
  public void setMask(ByteBuffer mask, double threshold) {
    ensurePixels();
    Checks.argument(mask.isDirect(), "mask must be a direct buffer");
    checkMask(mask.remaining(), threshold);
    image.setMask(mask, threshold);
  }

  /** Takes the mask away. */
  public void clearMask() {
    ensurePixels();
    image.clearMask();
  }

  private void checkMask(int length, double threshold) {
    Checks.pixels(length, width, height, "mask");
    Checks.argument(Double.isFinite(threshold), "mask threshold must be finite: " + threshold);
  }

  /**
   * Sets noise that is the same at every pixel.
   *
   * @param noise standard deviation or variance; not negative
   */
  public void setNoise(double noise, NoiseType type) {
    ensurePixels();
    Checks.argument(
        noise >= 0 && noise < Double.POSITIVE_INFINITY, "noise must be 0 or more: " + noise);
    image.setNoise(noise, type.code());
  }

  /**
   * Sets noise by pixel.
   *
   * @param noise row-major, standard deviations or variances
   */
  public void setNoise(float[] noise, NoiseType type) {
    ensurePixels();
    Checks.pixels(noise.length, width, height, "noise");
    image.setNoise(noise, type.code());
  }

  /**
   * Sets noise by pixel that is not copied.
   *
   * @param noise a direct buffer in native byte order, row-major from its position to its limit
   * @see #setNoise(float[], NoiseType)
   */
  public void setNoise(FloatBuffer noise, NoiseType type) {
    ensurePixels();
    Checks.direct(noise.isDirect(), noise.order(), "noise");
    Checks.pixels(noise.remaining(), width, height, "noise");
    image.setNoise(noise, type.code());
  }

  /** Takes the noise away: thresholds must be absolute then, and errors of fluxes are 0. */
  public void clearNoise() {
    ensurePixels();
    image.clearNoise();
  }

  /**
   * Sets the gain, for the Poisson noise in errors of fluxes.
   *
   * @param gain counts per image unit; 0, as after {@link #setPixels}, for no Poisson noise
   */
  public void setGain(double gain) {
    ensurePixels();
    Checks.argument(
        gain >= 0 && gain < Double.POSITIVE_INFINITY, "gain must be 0 or more: " + gain);
    image.setGain(gain);
  }

  /**
   * Sets the segmentation map that photometry with {@link ApertureOptions#withSegmentationIds}
   * looks at, for instance {@link Segmentation#map()}. Extraction does not look at it.
   *
   * @param map row-major: 0 for sky, else the number of the source that owns the pixel; null for no
   *     map. SEP compares numbers as floats: exact to 16,777,216
   */
  public void setSegmentation(int[] map) {
    ensurePixels();
    if (map == null) {
      image.clearSegmentation();
    } else {
      Checks.pixels(map.length, width, height, "segmentation map");
      image.setSegmentation(map);
    }
    segmented = map != null;
  }

  /** Pixels in x. */
  public int width() {
    ensurePixels();
    return width;
  }

  /** Pixels in y. */
  public int height() {
    ensurePixels();
    return height;
  }

  /**
   * Reads the pixels back, for instance after {@link Background#subtractFrom}.
   *
   * @param target width x height values, to be filled row-major
   * @throws IllegalStateException if the pixels were set as double
   */
  public void readPixels(float[] target) {
    ensurePixels(PixelType.FLOAT);
    Checks.pixels(target.length, width, height, "target");
    image.readPixels(target);
  }

  /**
   * Reads the pixels back, for instance after {@link Background#subtractFrom}.
   *
   * @param target width x height values, to be filled row-major
   * @throws IllegalStateException if the pixels were set as float
   */
  public void readPixels(double[] target) {
    ensurePixels(PixelType.DOUBLE);
    Checks.pixels(target.length, width, height, "target");
    image.readPixels(target);
  }

  /** Bytes of native memory that copies of arrays take. */
  public long nativeBytes() {
    return image.bytes();
  }

  boolean segmented() {
    return segmented;
  }

  NativeImage image() {
    ensurePixels();
    return image;
  }

  NativeApertures apertures() {
    ensurePixels();
    return apertures;
  }

  private void ensurePixels(PixelType type) {
    ensurePixels();
    if (pixelType != type) {
      throw new IllegalStateException("the pixels were set as " + pixelType + ", not as " + type);
    }
  }

  private void ensurePixels() {
    ensureOpen();
    if (pixelType == null) {
      throw new IllegalStateException("the image has no pixels yet");
    }
  }

  private void ensureOpen() {
    if (closed) {
      throw new IllegalStateException("the image is closed");
    }
  }

  /** Gives the native memory back. Closing twice does nothing. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      apertures.close();
      image.close();
    }
  }
}
