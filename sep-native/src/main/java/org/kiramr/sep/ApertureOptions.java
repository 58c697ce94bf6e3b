package org.kiramr.sep;

import java.util.Optional;

/**
 * How pixels on the edge of an aperture, masked pixels and other sources' pixels count. Immutable.
 */
public final class ApertureOptions {
  /** Subpixels for the exact overlap of aperture and pixel. */
  public static final int EXACT = 0;

  /** 5 x 5 subpixels, as SExtractor; masked pixels made up for; no segmentation ids. */
  public static final ApertureOptions DEFAULT = new ApertureOptions(5, false, null);

  /** SEP_MASK_IGNORE of sep.h. */
  private static final short MASK_IGNORE = 0x0004;

  private final int subpixels;
  private final boolean ignoreMasked;
  private final int[] ids;

  private ApertureOptions(int subpixels, boolean ignoreMasked, int[] ids) {
    this.subpixels = subpixels;
    this.ignoreMasked = ignoreMasked;
    this.ids = ids;
  }

  /**
   * With pixels on the edge divided in so many parts in x and in y.
   *
   * @param count 1 or more, or {@link #EXACT}
   */
  public ApertureOptions withSubpixels(int count) {
    Checks.argument(count >= 0, "subpixels must be 0 or more: " + count);
    return new ApertureOptions(count, ignoreMasked, ids);
  }

  /**
   * With masked pixels left out of sum and area. Otherwise, they count as having the mean of the
   * others, for which SEP looks at the mask only: a pixel that belongs to another source is made up
   * for if there is a mask, even an empty one, and left out if there is none.
   */
  public ApertureOptions ignoringMasked() {
    return new ApertureOptions(subpixels, true, ids);
  }

  /**
   * With pixels of other sources masked, by the image's {@linkplain SepImage#setSegmentation
   * segmentation map}. Windowed positions do not look at it.
   *
   * @param newIds one for each source: positive to mask the pixels of every other source, negative
   *     to mask everything but the pixels of source {@code -id}; copied
   */
  public ApertureOptions withSegmentationIds(int... newIds) {
    return new ApertureOptions(subpixels, ignoreMasked, newIds.clone());
  }

  /** Parts of a pixel in x and y; {@link #EXACT} for the exact overlap. */
  public int subpixels() {
    return subpixels;
  }

  /** Whether masked pixels are left out. */
  public boolean ignoresMasked() {
    return ignoreMasked;
  }

  /** The segmentation ids, if given. */
  public Optional<int[]> segmentationIds() {
    return Optional.ofNullable(ids).map(int[]::clone);
  }

  short flags() {
    return ignoreMasked ? MASK_IGNORE : 0;
  }

  int id(int source) {
    return ids == null ? 0 : ids[source];
  }

  /**
   * Throws unless ids and segmentation map are both given, or neither, and there is an id a source.
   */
  void check(SepImage image, int sources) {
    Checks.argument(
        image.segmented() == (ids != null),
        ids == null
            ? "the image has a segmentation map, but there are no segmentation ids"
            : "there are segmentation ids, but the image has no segmentation map");
    if (ids != null) {
      Checks.sources(ids.length, sources, "segmentation ids");
    }
  }
}
