package org.kiramr.fits;

/**
 * The maps that come with frames.
 *
 * @param mask where bad pixels are told; null for no mask
 * @param maskBits bits of the mask's values that make a pixel bad, of which those above 2^53 are
 *     not exact; {@link #ANY_BIT} for any value but 0
 * @param noise where noise by pixel is told; null for none
 * @param noiseKind what the noise map holds
 */
public record Companions(
    CompanionSource mask, long maskBits, CompanionSource noise, NoiseKind noiseKind) {
  /** Every value but 0 makes a pixel bad. */
  public static final long ANY_BIT = -1;

  private static final Companions NONE = new Companions(null, ANY_BIT, null, NoiseKind.STDDEV);

  /** Neither mask nor noise. */
  public static Companions none() {
    return NONE;
  }

  boolean isNone() {
    return mask == null && noise == null;
  }

  /** Whether a file of this name is a companion of others, and so no input. */
  public boolean isCompanion(String fileName) {
    return (mask != null && mask.isCompanion(fileName))
        || (noise != null && noise.isCompanion(fileName));
  }

  /** Whether an HDU of this EXTNAME, in upper case, is a companion, and so no frame. */
  boolean isCompanionHdu(String extname) {
    return (mask != null && extname.equals(mask.extname()))
        || (noise != null && extname.equals(noise.extname()));
  }

  /**
   * How many times the memory of a frame's own pixels is taken while its companions are read: twice
   * for each of them, since their values may be double, a mask's so that every bit of it is exact.
   */
  int memoryFactor() {
    return 1 + (mask == null ? 0 : 2) + (noise == null ? 0 : 2);
  }

  /**
   * Memory that a frame's own pixels and mask may take, bytes.
   *
   * @param frameBytes what it may take with its companions
   */
  public long imageBytes(long frameBytes) {
    return Math.max(1, frameBytes / memoryFactor());
  }
}
