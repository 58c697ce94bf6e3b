package org.kiramr.fits;

import java.io.Closeable;
import java.io.IOException;

/**
 * Gives the frames of one file the masks and maps of noise that belong to them. Not thread-safe.
 */
final class FrameCompanions implements Closeable {
  private final Companions companions;
  private final String frameFile;
  private final SiblingFiles siblings;
  private final FrameReaderOptions options;
  private final FrameMemory memory;
  private CompanionReader masks;
  private CompanionReader noises;
  private CompanionSummary maskFile;
  private CompanionSummary noiseFile;
  private IOException failure;

  /**
   * @param image path of the frames' file
   * @param options how the frames are read
   */
  FrameCompanions(
      String image, SiblingFiles siblings, FrameReaderOptions options, FrameMemory memory) {
    this.companions = options.companions();
    this.frameFile = image.substring(image.lastIndexOf('/') + 1);
    this.siblings = siblings;
    this.options = options;
    this.memory = memory;
  }

  /** Returns the frame with what belongs to it, or the reason why that cannot be had. */
  FrameItem complete(Frame frame) {
    boolean done = false;
    try {
      addMask(frame);
      addNoise(frame);
      frame.requireUnmasked();
      done = true;
      return frame;
    } catch (Rejection e) {
      return Reject.of(frame.id(), e.code(), e.getMessage());
    } catch (IOException e) {
      failure = e;
      return Reject.of(
          frame.id(),
          RejectCode.READ_ERROR,
          "its mask or noise could not be read: " + Explanation.words(e));
    } finally {
      if (!done) {
        frame.close();
      }
    }
  }

  private void addMask(Frame frame) throws IOException, Rejection {
    if (companions.mask() == null) {
      return;
    }
    if (masks == null) {
      masks = reader(companions.mask(), "mask", true);
    }
    try (Frame map = masks.find(frame)) {
      frame.mask(map, companions.maskBits());
    }
  }

  private void addNoise(Frame frame) throws IOException, Rejection {
    if (companions.noise() == null) {
      return;
    }
    if (noises == null) {
      noises = reader(companions.noise(), "map of noise", false);
    }
    frame.takeNoise(noises.find(frame), companions.noiseKind());
  }

  private CompanionReader reader(CompanionSource source, String what, boolean exact)
      throws Rejection {
    return new CompanionReader(
        source, what, frameFile, siblings, options.forCompanion(source, exact), memory);
  }

  /**
   * Reads the files of the maps to their ends, after the last frame. That this fails costs no
   * frame; it is told by {@link #failure()}, so that the file can be read again.
   */
  void finish() {
    try {
      maskFile = masks == null ? null : masks.finish();
      noiseFile = noises == null ? null : noises.finish();
    } catch (IOException e) {
      failure = e;
    }
  }

  /** The file of the masks, once finished; null if there is none but the frames' own. */
  CompanionSummary maskFile() {
    return maskFile;
  }

  /** The file of the maps of noise in the same way. */
  CompanionSummary noiseFile() {
    return noiseFile;
  }

  /** The file system's error that kept a frame from its companions, or null. */
  IOException failure() {
    return failure;
  }

  @Override
  public void close() throws IOException {
    try {
      if (masks != null) {
        masks.close();
      }
    } finally {
      if (noises != null) {
        noises.close();
      }
    }
  }
}
