package org.kiramr.bench.svg;

/** The shape of a point, so that a plot can be read without its colours. */
enum Marker {
  CIRCLE("m-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0"),
  SQUARE("m-3.6,-3.6h7.2v7.2h-7.2z"),
  TRIANGLE("m0,-4.8l4.6,8.2h-9.2z"),
  DIAMOND("m0,-5l4.4,5l-4.4,5l-4.4,-5z"),
  NABLA("m0,4.8l4.6,-8.2h-9.2z"),
  PLUS("m-1.4,-4.6h2.8v3.2h3.2v2.8h-3.2v3.2h-2.8v-3.2h-3.2v-2.8h3.2z");

  private final String path;

  Marker(String path) {
    this.path = path;
  }

  /** SVG commands of the shape at a place. */
  String at(double x, double y) {
    return "M" + Svg.number(x) + "," + Svg.number(y) + path;
  }

  static Marker of(int number) {
    return values()[number % values().length];
  }
}
