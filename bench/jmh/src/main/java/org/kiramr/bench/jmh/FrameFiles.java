package org.kiramr.bench.jmh;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.ImageData;
import nom.tam.fits.ImageHDU;
import nom.tam.fits.header.Compression;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import nom.tam.util.FitsOutputStream;
import org.kiramr.jobs.simulate.SimulatedFrame;

/**
 * The frame that is measured, 2048 x 1489 pixels of a simulated sky, in the ways in which a file
 * may store it. It is the same in every run.
 */
final class FrameFiles {
  private static final long SEED = 1;
  private static final int ZERO = 1 << 15;

  private FrameFiles() {}

  /** The bytes of the file. */
  static byte[] file(Storage storage) throws IOException {
    byte[] plain = SimulatedFrame.fits(SEED);
    try {
      return switch (storage) {
        case INT16 -> plain;
        case FLOAT32 -> floats(plain);
        case RICE_1 -> tiled(plain);
      };
    } catch (FitsException e) {
      throw new IOException("cannot store the frame as " + storage + ": " + e.getMessage(), e);
    }
  }

  /** The pixels as {@link Storage#INT16} stores them: big-endian, BZERO not yet added. */
  static byte[] int16Data() throws IOException {
    try (Fits fits = open(SimulatedFrame.fits(SEED))) {
      short[][] rows = (short[][]) fits.readHDU().getKernel();
      ByteBuffer data = ByteBuffer.allocate(rows.length * rows[0].length * Short.BYTES);
      for (short[] row : rows) {
        data.asShortBuffer().put(row);
        data.position(data.position() + row.length * Short.BYTES);
      }
      return data.array();
    } catch (FitsException e) {
      throw new IOException("cannot read the simulated frame: " + e.getMessage(), e);
    }
  }

  private static byte[] floats(byte[] plain) throws FitsException, IOException {
    try (Fits fits = open(plain);
        Fits made = new Fits()) {
      short[][] rows = (short[][]) fits.readHDU().getKernel();
      float[][] pixels = new float[rows.length][rows[0].length];
      for (int y = 0; y < rows.length; y++) {
        for (int x = 0; x < rows[y].length; x++) {
          pixels[y][x] = rows[y][x] + ZERO;
        }
      }
      made.addHDU(new ImageData(pixels).toHDU());
      return bytes(made);
    }
  }

  private static byte[] tiled(byte[] plain) throws FitsException, IOException {
    try (Fits fits = open(plain);
        Fits made = new Fits()) {
      ImageHDU image = (ImageHDU) fits.readHDU();
      int width = image.getAxes()[1];
      CompressedImageHDU tiled = CompressedImageHDU.fromImageHDU(image, width, 1);
      tiled.setCompressAlgorithm(Compression.ZCMPTYPE_RICE_1);
      tiled.compress();
      made.addHDU(tiled);
      return bytes(made);
    }
  }

  private static Fits open(byte[] file) throws FitsException {
    return new Fits(new ByteArrayInputStream(file));
  }

  private static byte[] bytes(Fits fits) throws FitsException, IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (FitsOutputStream out = new FitsOutputStream(file)) {
      fits.write(out);
    }
    return file.toByteArray();
  }
}
