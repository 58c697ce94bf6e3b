package org.kiramr.fits;

/**
 * The maps that come with frames.
 *
 * @param mask where bad pixels are told; null for no mask
 * @param maskBits bits of the mask's values that make a pixel bad; -1 for any
 * @param noise where noise by pixel is told; null for none
 * @param noiseKind what the noise map holds
 */
public record Companions(
    CompanionSource mask, long maskBits, CompanionSource noise, NoiseKind noiseKind) {
  private static final Companions NONE = new Companions(null, -1, null, NoiseKind.STDDEV);

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
   * How many times the memory of a frame's own pixels is taken while its companions are read: a
   * mask is read as double, so that every bit of it is exact.
   */
  int memoryFactor() {
    return 1 + (mask == null ? 0 : 2) + (noise == null ? 0 : 1);
  }
}
