package org.kiramr.bench.svg;

import java.util.List;
import java.util.Map;

/**
 * Colours that people with any colour vision can tell apart (M. Okabe and K. Ito 2008, "Color
 * Universal Design"). An engine has the same colour in each plot.
 */
public final class Palette {
  private static final List<String> COLOURS =
      List.of(
          "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#999999", "#b8a800",
          "#333333", "#8855aa", "#7a4a1e");
  private static final Map<String, String> ENGINES =
      Map.ofEntries(
          Map.entry("mr-local", "#0072b2"),
          Map.entry("mr-yarn", "#0072b2"),
          Map.entry("mr-yarn-one-file", "#56b4e9"),
          Map.entry("spark-local", "#d55e00"),
          Map.entry("spark-yarn", "#d55e00"),
          Map.entry("spark-local-binaryfiles", "#e69f00"),
          Map.entry("spark-yarn-binaryfiles", "#e69f00"),
          Map.entry("c-batch", "#333333"),
          Map.entry("c-waves", "#999999"),
          Map.entry("c-process-a-file", "#999999"),
          Map.entry("python", "#009e73"),
          Map.entry("external", "#cc79a7"));

  private Palette() {}

  /** The colour of the thing of a number. */
  public static String colour(int number) {
    return COLOURS.get(Math.floorMod(number, COLOURS.size()));
  }

  /** The colour of an engine; of one that is not known, always the same too. */
  public static String engine(String name) {
    String known = ENGINES.get(name);
    return known == null ? colour(name.hashCode()) : known;
  }
}
