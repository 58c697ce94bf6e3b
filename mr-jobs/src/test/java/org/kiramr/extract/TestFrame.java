package org.kiramr.extract;

import java.util.List;
import nom.tam.fits.Header;
import org.kiramr.fits.Frame;
import org.kiramr.fits.FrameId;
import org.kiramr.sep.BackgroundParameters;
import org.kiramr.sep.Kernel;

/** Frames made of arrays, and the reference's parameters. */
final class TestFrame {
  private static final FrameId ID = new FrameId("field", "r", "image.fits", 0);

  private TestFrame() {}

  static Header header(int bitpix, int width, int height) throws Exception {
    Header header = new Header();
    header.addValue("SIMPLE", true, "");
    header.addValue("BITPIX", bitpix, "");
    header.addValue("NAXIS", 2, "");
    header.addValue("NAXIS1", width, "");
    header.addValue("NAXIS2", height, "");
    return header;
  }

  static Frame of(float[] pixels, int width) throws Exception {
    int height = pixels.length / width;
    return Frame.ofFloats(ID, -32, width, height, pixels, header(-32, width, height));
  }

  static Frame of(float[] pixels, int width, Header header) {
    return Frame.ofFloats(ID, -32, width, pixels.length / width, pixels, header);
  }

  static Frame of(double[] pixels, int width, Header header) {
    return Frame.ofDoubles(ID, -64, width, pixels.length / width, pixels, header);
  }

  static ExtractParameters reference(boolean flagSaturated) {
    return new ExtractParameters(
        BackgroundParameters.DEFAULT,
        1.5,
        5,
        Kernel.DEFAULT,
        32,
        0.005,
        1.0,
        List.of(5.0),
        5,
        6.0,
        2.5,
        1,
        flagSaturated);
  }
}
