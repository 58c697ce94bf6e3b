package org.kiramr.fits;

import java.util.Arrays;

/** Collects masked pixels; takes no memory until there is one. */
final class MaskBuilder {
  private byte[] mask;
  private int count;

  /** Marks a pixel of an array that now holds {@code capacity} pixels. */
  void add(int pixel, int capacity) {
    if (mask == null) {
      mask = new byte[capacity];
    } else if (mask.length < capacity) {
      mask = Arrays.copyOf(mask, capacity);
    }
    mask[pixel] = 1;
    count++;
  }

  /** The mask of {@code pixels} pixels, or null if none is masked. */
  byte[] build(int pixels) {
    return mask == null || mask.length == pixels ? mask : Arrays.copyOf(mask, pixels);
  }

  int count() {
    return count;
  }
}
