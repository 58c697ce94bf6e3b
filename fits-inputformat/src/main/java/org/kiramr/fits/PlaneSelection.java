package org.kiramr.fits;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Which planes of an image cube are wanted as frames: none, all, or a list such as {@code 1,3-5}.
 *
 * <p>Planes are counted from 1, as FITS counts the pixels of its third axis. In a cube of four axes
 * and more they are numbered through in the order of the file: the third axis runs fastest. An
 * image that is no cube (see {@link ImageAxes}) is a frame whatever is chosen here.
 *
 * <p>Immutable.
 */
public final class PlaneSelection {
  private static final String EVERY = "all";
  private static final PlaneSelection NONE = new PlaneSelection("", false, List.of());

  private final String text;
  private final boolean all;
  private final List<NumberRange> ranges;

  private PlaneSelection(String text, boolean all, List<NumberRange> ranges) {
    this.text = text;
    this.all = all;
    this.ranges = ranges;
  }

  /** No plane: cubes are rejected. */
  public static PlaneSelection none() {
    return NONE;
  }

  /**
   * The planes of a list, or {@code all}.
   *
   * @throws IllegalArgumentException with a message for the user, if it is neither
   */
  public static PlaneSelection of(String list) {
    if (list.strip().equals(EVERY)) {
      return new PlaneSelection(list, true, List.of());
    }
    return new PlaneSelection(
        list, false, Arrays.stream(list.split(",", -1)).map(PlaneSelection::range).toList());
  }

  private static NumberRange range(String item) {
    NumberRange range = NumberRange.parseOrNull(item.strip());
    if (range == null) {
      throw new IllegalArgumentException(
          "'" + item + "' is no plane; write all, or numbers from 1 on such as 1,3-5");
    }
    if (range.first() < 1) {
      throw new IllegalArgumentException("planes are counted from 1");
    }
    return range;
  }

  boolean isNone() {
    return !all && ranges.isEmpty();
  }

  /**
   * The first wanted plane after one.
   *
   * @param plane the plane before, 0 for the start
   * @param planes planes of the cube
   */
  OptionalLong next(long plane, long planes) {
    if (all) {
      return plane < planes ? OptionalLong.of(plane + 1) : OptionalLong.empty();
    }
    return ranges.stream()
        .filter(range -> range.last() > plane)
        .mapToLong(range -> Math.max(range.first(), plane + 1))
        .filter(next -> next <= planes)
        .min();
  }

  /** The part of the list that a cube of so many planes does not have; empty if there is none. */
  String beyond(long planes) {
    return ranges.stream()
        .filter(range -> range.last() > planes)
        .map(range -> new NumberRange((int) Math.max(range.first(), planes + 1), range.last()))
        .map(NumberRange::toString)
        .collect(Collectors.joining(","));
  }

  /** The list as given; empty for none. */
  @Override
  public String toString() {
    return text;
  }
}
