package org.kiramr.jobs.simulate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size of a frame.
 *
 * @param width pixels along x
 * @param height pixels along y
 */
record ImageSize(int width, int height) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,5})x([0-9]{1,5})");
  private static final int MIN = 16;
  private static final int MAX = 32768;

  /** Reads {@code 2048x1489}. */
  static ImageSize parse(String text) {
    Matcher matcher = FORM.matcher(text.trim());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("must be WIDTHxHEIGHT, for instance 2048x1489");
    }
    ImageSize size =
        new ImageSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    if (Math.min(size.width, size.height) < MIN || Math.max(size.width, size.height) > MAX) {
      throw new IllegalArgumentException("both sides must be from " + MIN + " to " + MAX);
    }
    return size;
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
