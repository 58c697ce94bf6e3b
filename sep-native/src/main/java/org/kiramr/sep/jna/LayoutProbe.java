package org.kiramr.sep.jna;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.Arrays;
import org.kiramr.natives.jna.UnusableLibraryException;

/**
 * Finds out which struct layout a libsep has, by asking it. The soname is the same for both layouts
 * and the version string of the library is not reliable (Debian's 1.2.1 says 1.2.0, its 1.4.1 says
 * 1.3.6), so neither is looked at.
 *
 * <p>The question: the background of an image whose size reads as 8x8 where SEP 1.2 looks for it
 * and as 16x16 where SEP 1.4 does, over data enough for both. All other fields are 0, or harmless
 * where one layout's size lies on another's field: SEP 1.4 does not look at {@code segids} (our
 * 8x8) without a segmentation map, and for SEP 1.2 the 16 in {@code gain} is a gain of next to 0.
 * The answer is the head of the sep_bkg.
 */
final class LayoutProbe {
  private static final int SIZE_1_2 = 8;
  private static final int SIZE_1_4 = 16;
  private static final int BOX_WIDTH = 4;
  private static final int BOX_HEIGHT = 2;

  /** Bytes of a sep_bkg that exist in both layouts: 72 in SEP 1.2, more in SEP 1.4. */
  private static final int ANSWER_LONGS = 7;

  private LayoutProbe() {}

  /**
   * Asks the library.
   *
   * @throws UnusableLibraryException if the answer fits neither layout
   */
  static StructLayout probe(NativeLibrary library) throws UnusableLibraryException {
    Function background = library.getFunction("sep_background");
    Function free = library.getFunction("sep_bkg_free");
    try (Memory data = new Memory((long) SIZE_1_4 * SIZE_1_4 * Float.BYTES);
        Memory image = new Memory(StructLayout.V1_4.imageSize);
        Memory result = new Memory(Long.BYTES)) {
      data.clear();
      image.clear();
      result.clear();
      image.setPointer(StructLayout.IMAGE_DATA, data);
      image.setInt(StructLayout.IMAGE_DTYPE, SepFunctions.TYPE_FLOAT);
      image.setInt(StructLayout.V1_2.imageWidth, SIZE_1_2);
      image.setInt(StructLayout.V1_2.imageHeight, SIZE_1_2);
      image.setLong(StructLayout.V1_4.imageWidth, SIZE_1_4);
      image.setLong(StructLayout.V1_4.imageHeight, SIZE_1_4);
      int status =
          background.invokeInt(
              new Object[] {image, (long) BOX_WIDTH, (long) BOX_HEIGHT, 1L, 1L, 0.0, result});
      Pointer bkg = result.getPointer(0);
      if (status != 0 || bkg == null) {
        throw new UnusableLibraryException("the probe's sep_background gave status " + status);
      }
      long[] head = bkg.getLongArray(0, ANSWER_LONGS);
      free.invokeVoid(new Object[] {bkg});
      return classify(head);
    }
  }

  /**
   * Reads the probe's answer.
   *
   * @param head the first seven 64-bit words of the sep_bkg: image size, box size, boxes in x and y
   *     and their product, as {@code int} (SEP 1.2, with other fields behind) or {@code int64_t}
   *     (SEP 1.4)
   */
  static StructLayout classify(long[] head) throws UnusableLibraryException {
    if (head[0] == ints(SIZE_1_2, SIZE_1_2)
        && head[1] == ints(BOX_WIDTH, BOX_HEIGHT)
        && head[2] == ints(SIZE_1_2 / BOX_WIDTH, SIZE_1_2 / BOX_HEIGHT)) {
      return StructLayout.V1_2;
    }
    long nx = SIZE_1_4 / BOX_WIDTH;
    long ny = SIZE_1_4 / BOX_HEIGHT;
    long[] wide = {SIZE_1_4, SIZE_1_4, BOX_WIDTH, BOX_HEIGHT, nx, ny, nx * ny};
    if (Arrays.equals(head, wide)) {
      return StructLayout.V1_4;
    }
    throw new UnusableLibraryException(
        "its structs are neither those of SEP 1.2 nor those of SEP 1.4 (the probe answered "
            + Arrays.toString(head)
            + ")");
  }

  /** Two ints as one little-endian 64-bit word. */
  private static long ints(int first, int second) {
    return Integer.toUnsignedLong(first) | (long) second << Integer.SIZE;
  }
}
