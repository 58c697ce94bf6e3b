package org.kiramr.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A column of a CCD that does not see the sky.
 *
 * @param x px
 * @param excess DN that a hot column has above the soft bias; 0 for a dead one
 */
record BadColumn(int x, double excess) {

  /** The bad columns of a CCD: the same in the whole run. */
  static List<BadColumn> of(SimulateParameters parameters, SkyField field, SdssBand band) {
    UniformRandomProvider random =
        Randoms.at(
            parameters.seed(),
            Randoms.Purpose.BAD_COLUMNS,
            field.run(),
            field.camcol(),
            band.index());
    List<BadColumn> columns = new ArrayList<>();
    for (int i = 0; i < parameters.badColumns(); i++) {
      int x = random.nextInt(parameters.size().width());
      boolean hot = random.nextBoolean();
      double excess = 100 * StrictMath.pow(50, random.nextDouble());
      columns.add(new BadColumn(x, hot ? excess : 0));
    }
    return columns;
  }
}
