package org.kiramr.fits;

import java.util.Objects;

/**
 * A file, HDU or frame that could not be turned into detections. Image and HDU are its key: one
 * file gives at most one reject for each HDU, for each plane of a cube, and for the whole file.
 *
 * @param image path of the file relative to the input that named it; for the plane of a cube its
 *     {@link PlaneName}
 * @param hdu number of the HDU, the primary HDU is 0; {@link #WHOLE_FILE} for the whole file
 * @param field the field as far as it is known (at worst from the file's name)
 * @param stage how far the input came
 * @param code why, for programs
 * @param reason why, for people: one line of plain words that says what is wrong and, where it
 *     helps, with which numbers. Control characters become spaces, long texts are cut.
 */
public record Reject(
    String image, int hdu, String field, RejectStage stage, RejectCode code, String reason)
    implements FrameItem {

  /** In place of an HDU number: the whole file. */
  public static final int WHOLE_FILE = -1;

  private static final int MAX_REASON_CHARS = 500;

  public Reject {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(code, "code");
    reason = oneLine(reason);
    if (hdu < WHOLE_FILE) {
      throw new IllegalArgumentException("hdu is below -1: " + hdu);
    }
  }

  /** A reject at the stage that goes with the code. */
  public Reject(String image, int hdu, String field, RejectCode code, String reason) {
    this(image, hdu, field, code.stage(), code, reason);
  }

  /** A reject of a frame that had been read. */
  public static Reject of(FrameId id, RejectCode code, String reason) {
    return new Reject(id.image(), id.hdu(), id.field(), code, reason);
  }

  /** Whether the other one has the same image and HDU. */
  boolean isOfTheSame(Reject other) {
    return hdu == other.hdu && image.equals(other.image);
  }

  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < text.length() && line.length() < MAX_REASON_CHARS; i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || Character.isWhitespace(c)) {
        gap = true;
      } else {
        if (gap && line.length() > 0) {
          line.append(' ');
        }
        gap = false;
        line.append(c);
      }
    }
    return line.toString();
  }
}
