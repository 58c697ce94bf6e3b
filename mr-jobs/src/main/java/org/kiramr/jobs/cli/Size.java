package org.kiramr.jobs.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A width and a height.
 *
 * @param width along x
 * @param height along y
 */
public record Size(int width, int height) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(?:x(\\d{1,9}))?");

  /**
   * Reads {@code WxH}, or {@code N} for a square.
   *
   * @throws IllegalArgumentException if it is something else, or a side is not from 1 to {@code
   *     max}
   */
  public static Size parse(String text, int max) {
    Matcher matcher = TEXT.matcher(text.trim());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("must be WIDTHxHEIGHT or one number");
    }
    int width = Integer.parseInt(matcher.group(1));
    int height = matcher.group(2) == null ? width : Integer.parseInt(matcher.group(2));
    if (width < 1 || height < 1 || width > max || height > max) {
      throw new IllegalArgumentException("sides must be from 1 to " + max);
    }
    return new Size(width, height);
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
