package org.kiramr.fits;

import java.io.EOFException;
import java.io.IOException;
import nom.tam.fits.Header;

/** The planes of an image that lies in its HDU as it is, not tile-compressed. */
final class StoredPlanes implements PlaneSource {
  private final HduData data;
  private final ImageAxes axes;
  private final Scaling scaling;
  private final DataSum sum;
  private final boolean allThere;
  private final boolean exactIntegers;
  private final FrameMemory memory;

  /**
   * @param data from their first byte
   * @param allThere whether the file is known to hold them all
   * @param options whether the data are checked, and how exact they are
   * @param memory for the pixels
   * @throws Rejection if the header does not tell how the pixels are scaled
   */
  StoredPlanes(
      HduData data,
      ImageAxes axes,
      Header header,
      boolean allThere,
      FrameReaderOptions options,
      FrameMemory memory)
      throws Rejection {
    this.data = data;
    this.axes = axes;
    this.scaling = Scaling.of(header, data.layout().bitpix());
    this.allThere = allThere;
    this.exactIntegers = options.exactIntegers();
    this.memory = memory;
    this.sum = options.verifyDatasum() ? DataSum.of(header) : null;
    data.in().sumInto(sum);
  }

  @Override
  public Pixels next() throws IOException, Rejection {
    int n = (int) axes.planePixels();
    try {
      return PixelDecoder.of(data.layout().bitpix(), exactIntegers, scaling, memory)
          .read(data.in(), n, allThere);
    } catch (EOFException e) {
      if (data.in().failure() != null) {
        throw e;
      }
      throw data.truncated();
    }
  }

  @Override
  public void skip(long planes) throws IOException, Rejection {
    data.skip(planes * axes.planePixels() * data.layout().valueBytes());
  }

  @Override
  public void finish() throws IOException, Rejection {
    boolean whole = data.finish();
    data.in().sumInto(null);
    if (sum != null && whole) {
      sum.verify();
    }
  }

  @Override
  public boolean passed() {
    return data.passed();
  }
}
