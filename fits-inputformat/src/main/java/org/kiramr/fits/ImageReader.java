package org.kiramr.fits;

import java.io.IOException;
import java.util.OptionalLong;

/**
 * Makes frames of one image HDU: one of an image of two axes, one of each wanted plane of a cube.
 * One plane is in memory at a time.
 *
 * <p>An image of two axes is given once all of its HDU has been read and verified. The planes of a
 * cube are given as they come: that one of them is all masked is a reject of this plane and leaves
 * the others alone, while what the HDU's end brings to light (a wrong DATASUM, planes that were
 * asked for and do not exist) is a reject of the HDU after its frames.
 */
final class ImageReader {
  private final ImageAxes axes;
  private final int bitpix;
  private final PlaneSource source;
  private final HeaderText text;
  private final FrameId id;
  private final PlaneSelection selection;
  private long plane;
  private boolean finished;

  /**
   * @param axes of the image, of which one plane has been found to fit into memory
   * @param bitpix of the image's pixels
   * @param source of its pixels, from the first plane on
   * @param text its header
   * @param id who the HDU is
   * @param selection the wanted planes of a cube
   */
  ImageReader(
      ImageAxes axes,
      int bitpix,
      PlaneSource source,
      HeaderText text,
      FrameId id,
      PlaneSelection selection) {
    this.axes = axes;
    this.bitpix = bitpix;
    this.source = source;
    this.text = text;
    this.id = id;
    this.selection = selection;
  }

  /**
   * Reads on.
   *
   * @return the next frame or reject of a plane; null if there is none any more, and the HDU's end
   *     is reached
   * @throws Rejection if the HDU is not usable (any further)
   */
  FrameItem next() throws IOException, Rejection {
    if (finished) {
      return null;
    }
    if (!axes.isCube()) {
      finished = true;
      return readImage();
    }
    OptionalLong wanted = selection.next(plane, axes.planes());
    return wanted.isPresent() ? readPlane(wanted.getAsLong()) : finish();
  }

  private Frame readImage() throws IOException, Rejection {
    Pixels pixels = source.next();
    boolean usable = false;
    try {
      source.finish();
      pixels.requireUnmasked();
      usable = true;
      return frame(id, pixels);
    } finally {
      if (!usable) {
        pixels.close();
      }
    }
  }

  private FrameItem readPlane(long wanted) throws IOException, Rejection {
    source.skip(wanted - plane - 1);
    plane = wanted;
    Pixels pixels = source.next();
    String image = PlaneName.of(id.image(), id.hdu(), axes.section(plane));
    FrameId planeId = new FrameId(id.field(), id.band(), image, id.hdu());
    try {
      pixels.requireUnmasked();
    } catch (Rejection e) {
      pixels.close();
      return Reject.of(planeId, e.code(), e.getMessage());
    }
    return frame(planeId, pixels);
  }

  private FrameItem finish() throws IOException, Rejection {
    finished = true;
    passToEnd();
    String missing = selection.beyond(axes.planes());
    if (!missing.isEmpty()) {
      throw new Rejection(
          RejectCode.NO_SUCH_PLANE,
          "the cube ("
              + axes
              + ") has planes 1 to "
              + axes.planes()
              + ", but not "
              + missing
              + " (--planes "
              + selection
              + "); those it has are frames if they were asked for");
    }
    return null;
  }

  /** What is wrong with the whole HDU comes too late for the planes that have been given. */
  private void passToEnd() throws IOException, Rejection {
    try {
      source.finish();
    } catch (Rejection e) {
      String given =
          plane == 0 ? "" : "; the planes of this cube that were asked for were read before";
      throw new Rejection(e.code(), e.getMessage() + given, e);
    }
  }

  private Frame frame(FrameId frameId, Pixels pixels) {
    return new Frame(frameId, bitpix, (int) axes.width(), (int) axes.height(), pixels, text);
  }

  /** Whether {@link #next()} reads no pixels any more; not known of a cube before its end. */
  boolean isFinished() {
    return finished;
  }

  /** Whether the HDU's data have been read to their end, so that the next HDU can be. */
  boolean passed() {
    return source.passed();
  }
}
