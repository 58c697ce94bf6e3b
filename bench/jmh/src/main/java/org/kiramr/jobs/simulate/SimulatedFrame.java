package org.kiramr.jobs.simulate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.kiramr.jobs.cli.Size;

/**
 * One frame of {@code kira simulate}, made without Hadoop. It is in this package because the job
 * keeps the parts that make a frame to itself.
 */
public final class SimulatedFrame {
  private static final int FIRST_RUN = 1000;

  private SimulatedFrame() {}

  /**
   * The file that {@code kira simulate --frames 1 --bands r} writes: 2048 x 1489 pixels of 16 bits,
   * about as many sources as a frame of SDSS.
   *
   * @param seed another number is another sky
   */
  public static byte[] fits(long seed) throws IOException {
    List<SdssBand> bands = SdssBand.ofLetters("r");
    SimulateParameters parameters =
        new SimulateParameters(
            1, new Size(2048, 1489), 128, seed, bands, FIRST_RUN, 1, 24, 1.3, 0.03, 0, false, 0);
    SkyField field = parameters.field(0);
    List<Source> sources = new SourceGenerator(parameters).sources(field);
    short[][] pixels = new FrameRenderer(parameters).render(field, bands.get(0), sources);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FrameFile.write(out, parameters, field, bands.get(0), pixels);
    return out.toByteArray();
  }
}
