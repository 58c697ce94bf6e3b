package org.kiramr.bench.report;

import org.kiramr.bench.record.Stage;
import org.kiramr.bench.svg.Palette;

/** Stages as the report calls them. */
final class StageName {
  /** Processor time that no stage explains. */
  static final String REST = "outside the stages";

  private StageName() {}

  /** Its colour in plots. */
  static String colour(Stage stage) {
    return switch (stage) {
      case LAUNCH -> Palette.colour(7);
      case READ -> Palette.colour(4);
      case DECODE -> Palette.colour(0);
      case BACKGROUND -> Palette.colour(1);
      case EXTRACT -> Palette.colour(2);
      case PHOTOMETRY -> Palette.colour(3);
      case SKY -> Palette.colour(8);
      case SHUFFLE -> Palette.colour(6);
      case WRITE -> Palette.colour(5);
    };
  }

  static String of(Stage stage) {
    return switch (stage) {
      case LAUNCH -> "launch";
      case READ -> "reading";
      case DECODE -> "decoding";
      case BACKGROUND -> "background";
      case EXTRACT -> "extraction";
      case PHOTOMETRY -> "photometry";
      case SKY -> "sky coordinates";
      case SHUFFLE -> "shuffle or merge";
      case WRITE -> "writing";
    };
  }
}
