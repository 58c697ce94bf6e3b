package org.kiramr.extract;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.BitSet;
import org.kiramr.fits.Frame;
import org.kiramr.sep.SourcePixels;

/**
 * The pixels of a frame that are saturated: at or above the level of its SATURATE card, in image
 * units, before the background is subtracted.
 */
final class Saturation implements SourcePixels {
  /** SExtractor's flag for a source with a saturated pixel; SEP leaves the bit alone. */
  static final short FLAG = 4;

  private final BitSet saturated = new BitSet();
  private final BitSet sources = new BitSet();

  private Saturation() {}

  /** No saturated pixels. */
  static Saturation none() {
    return new Saturation();
  }

  boolean isEmpty() {
    return saturated.isEmpty();
  }

  /** Finds the pixels; none if the frame has no such card, or the card is no number. */
  static Saturation of(Frame frame) {
    Saturation saturation = new Saturation();
    double level = frame.header().getDoubleValue("SATURATE", Double.NaN);
    if (frame.isDouble()) {
      saturation.find(frame.doublePixels(), level);
    } else {
      saturation.find(frame.floatPixels(), level);
    }
    return saturation;
  }

  private void find(FloatBuffer pixels, double level) {
    for (int i = 0; i < pixels.limit(); i++) {
      if (pixels.get(i) >= level) {
        saturated.set(i);
      }
    }
  }

  private void find(DoubleBuffer pixels, double level) {
    for (int i = 0; i < pixels.limit(); i++) {
      if (pixels.get(i) >= level) {
        saturated.set(i);
      }
    }
  }

  @Override
  public void source(int source, int[] pixels) {
    for (int pixel : pixels) {
      if (saturated.get(pixel)) {
        sources.set(source);
        return;
      }
    }
  }

  /** Raises the flag of the sources that were shown to have a saturated pixel. */
  void mark(short[] flags) {
    sources.stream().forEach(source -> flags[source] |= FLAG);
  }
}
