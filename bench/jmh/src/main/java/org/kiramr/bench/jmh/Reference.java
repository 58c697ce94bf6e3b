package org.kiramr.bench.jmh;

import java.util.List;
import org.kiramr.extract.ExtractParameters;
import org.kiramr.sep.BackgroundParameters;
import org.kiramr.sep.Kernel;

/** The parameters of the reference extraction: the defaults of {@code kira extract}. */
final class Reference {
  static final ExtractParameters PARAMETERS =
      new ExtractParameters(
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
          false);

  private Reference() {}
}
