package org.kiramr.jobs.simulate;

/** The magnitudes of a source, whole light, in the five bands. */
record Magnitudes(double u, double g, double r, double i, double z) {
  double in(SdssBand band) {
    return switch (band) {
      case U -> u;
      case G -> g;
      case R -> r;
      case I -> i;
      case Z -> z;
    };
  }
}
