package org.kiramr.fits;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;

/**
 * Finds the maps of one kind for the frames of one file. Frames come in the order of their file,
 * and mostly so do their maps: it reads on from the last one, and begins again only if that finds
 * nothing. Not thread-safe.
 */
final class CompanionReader implements Closeable {
  private final CompanionSource source;
  private final String what;
  private final String fileName;
  private final SiblingFiles siblings;
  private final FrameReaderOptions options;
  private final FrameMemory memory;
  private FrameReader reader;
  private String trouble;

  /**
   * @param what the word for the map in reasons
   * @param frameFile name of the frames' file, without path
   * @param options how maps are read
   * @throws Rejection if the name of the map's file cannot be told
   */
  CompanionReader(
      CompanionSource source,
      String what,
      String frameFile,
      SiblingFiles siblings,
      FrameReaderOptions options,
      FrameMemory memory)
      throws Rejection {
    this.source = source;
    this.what = what;
    this.fileName = source.fileName(frameFile);
    this.siblings = siblings;
    this.options = options;
    this.memory = memory;
    if (fileName == null) {
      throw new Rejection(
          RejectCode.NO_COMPANION,
          "there is no " + what + ": the file's name has nothing to replace for " + source);
    }
  }

  /**
   * The map of a frame, which the caller closes.
   *
   * @throws Rejection if there is none, or it cannot be read
   * @throws IOException if the file system fails
   */
  Frame find(Frame frame) throws IOException, Rejection {
    boolean fromStart = reader == null;
    Frame found = search(frame);
    if (found == null && !fromStart) {
      close();
      found = search(frame);
    }
    if (found == null) {
      throw missing();
    }
    if (found.width() != frame.width() || found.height() != frame.height()) {
      found.close();
      throw new Rejection(
          RejectCode.BAD_COMPANION,
          "the %s in HDU %d of %s has %d x %d pixels"
              .formatted(what, found.id().hdu(), fileName, found.width(), found.height()));
    }
    return found;
  }

  private Frame search(Frame frame) throws IOException, Rejection {
    if (reader == null) {
      open();
    }
    for (FrameItem item = reader.next(); item != null; item = reader.next()) {
      if (item instanceof Frame map) {
        if (belongs(map, frame)) {
          return map;
        }
        map.close();
      } else if (item instanceof Reject reject && trouble == null) {
        trouble = reject.reason();
      }
    }
    if (reader.readFailure() != null) {
      throw reader.readFailure();
    }
    return null;
  }

  private void open() throws IOException, Rejection {
    trouble = null;
    try {
      SiblingFiles.Sibling file = siblings.open(fileName);
      reader = new FrameReader(file.in(), fileName, file.length(), options, memory);
    } catch (FileNotFoundException e) {
      throw new Rejection(
          RejectCode.NO_COMPANION, "there is no " + what + ": no file " + fileName, e);
    }
  }

  private boolean belongs(Frame map, Frame frame) {
    if (!PlaneName.section(map.id().image()).equals(PlaneName.section(frame.id().image()))) {
      return false;
    }
    HduName name = HduName.of(frame.header());
    if (source.isSameFile()) {
      return HduName.of(map.header()).version() == name.version();
    }
    HduName mapName = HduName.of(map.header());
    boolean bothNamed = !name.name().isEmpty() && !mapName.name().isEmpty();
    return bothNamed ? mapName.equals(name) : map.id().hdu() == frame.id().hdu();
  }

  private Rejection missing() {
    String where = source.isSameFile() ? "no HDU " + source : "no HDU for it in " + fileName;
    if (trouble == null) {
      return new Rejection(RejectCode.NO_COMPANION, "there is no " + what + ": " + where);
    }
    return new Rejection(
        RejectCode.BAD_COMPANION,
        "there is no " + what + ": " + where + " that can be used (" + trouble + ")");
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      FrameReader closing = reader;
      reader = null;
      closing.close();
    }
  }
}
