package org.kiramr.fits;

import java.util.Locale;

/**
 * Where a map of the same pixels as a frame is found: in another HDU of the frame's file, or in a
 * file beside it.
 *
 * <ul>
 *   <li>{@code DQ}: the image HDU with this EXTNAME and the frame's EXTVER. Names are compared
 *       without regard to case; HDUs of the name are no frames. Where frames have no EXTVER and
 *       several HDUs could be meant, there is no telling: such frames are rejected.
 *   <li>{@code _ooi_=_ood_}: the file whose name has the second text where the frame's file has the
 *       first one; in it the HDU with the frame's EXTNAME and EXTVER or, where one of them has no
 *       name, with its number. Files whose name has the second text are no input.
 * </ul>
 *
 * <p>A map of two axes serves all planes of a cube. Immutable.
 */
public final class CompanionSource {
  private final String extname;
  private final String from;
  private final String to;

  private CompanionSource(String extname, String from, String to) {
    this.extname = extname;
    this.from = from;
    this.to = to;
  }

  /**
   * Reads either form.
   *
   * @throws IllegalArgumentException with a message for the user, if it is neither
   */
  public static CompanionSource of(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      String name = text.strip().toUpperCase(Locale.ROOT);
      if (name.isEmpty()) {
        throw new IllegalArgumentException("it is empty; write an EXTNAME such as DQ, or OLD=NEW");
      }
      return new CompanionSource(name, null, null);
    }
    String from = text.substring(0, equals);
    String to = text.substring(equals + 1);
    if (from.isEmpty() || to.isEmpty() || to.indexOf('=') >= 0) {
      throw new IllegalArgumentException(
          "'" + text + "' is not OLD=NEW, two parts of file names such as _ooi_=_ood_");
    }
    if (from.equals(to)) {
      throw new IllegalArgumentException("'" + text + "' makes every file its own companion");
    }
    if (from.indexOf('/') >= 0 || to.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          "'" + text + "' has a slash: companions lie in the directory of their frames");
    }
    return new CompanionSource(null, from, to);
  }

  /** Whether it is another HDU of the frame's file. */
  boolean isSameFile() {
    return extname != null;
  }

  /** EXTNAME of the HDUs that hold it, in upper case; null if it is another file. */
  String extname() {
    return extname;
  }

  /**
   * Name of the file for a frame's file.
   *
   * @return null if the frame's file has no companion, since the text to replace is not in its name
   */
  String fileName(String frameFile) {
    if (isSameFile()) {
      return frameFile;
    }
    int at = frameFile.lastIndexOf(from);
    return at < 0
        ? null
        : frameFile.substring(0, at) + to + frameFile.substring(at + from.length());
  }

  /** Whether a file of this name is the companion of a frame's file, and so no input. */
  public boolean isCompanion(String fileName) {
    // where OLD holds NEW, as in .sci.fits=.fits, the frames' names have both
    if (isSameFile() || (from.contains(to) && fileName.contains(from))) {
      return false;
    }
    for (int at = fileName.indexOf(to); at >= 0; at = fileName.indexOf(to, at + 1)) {
      String frame = fileName.substring(0, at) + from + fileName.substring(at + to.length());
      if (fileName.equals(fileName(frame))) {
        return true;
      }
    }
    return false;
  }

  /** As it was written. */
  @Override
  public String toString() {
    return isSameFile() ? extname : from + "=" + to;
  }
}
