package org.kiramr.catalog;

import java.util.Random;

/** Frame catalogues for tests. */
public final class FrameCatalogs {
  private FrameCatalogs() {}

  /** Any numbers, the same for the same seed. */
  public static FrameCatalog random(FrameInfo frame, int apertures, int rows, long seed) {
    Random random = new Random(seed);
    FrameCatalogBuilder builder = FrameCatalog.builder(frame, apertures);
    for (Column column : CatalogSchema.numericColumns(apertures)) {
      switch (column.type()) {
        case INT16 -> {
          short[] values = new short[rows];
          for (int i = 0; i < rows; i++) {
            values[i] = (short) random.nextInt(256);
          }
          builder.put(column.name(), values);
        }
        case INT32 -> builder.put(column.name(), random.ints(rows, 0, 2048).toArray());
        case FLOAT32 -> {
          float[] values = new float[rows];
          for (int i = 0; i < rows; i++) {
            values[i] = (float) (random.nextGaussian() * 1000);
          }
          builder.put(column.name(), values);
        }
        default -> builder.put(column.name(), random.doubles(rows, -1, 2048).toArray());
      }
    }
    return builder.build();
  }

  static FrameInfo frame(String image) {
    return frame("003918-3-0213", "r", image);
  }

  /** A frame of SDSS's size. */
  public static FrameInfo frame(String field, String band, String image) {
    return new FrameInfo(
        field,
        band,
        image,
        0,
        2048,
        1489,
        16,
        0,
        1043.25f,
        5.5f,
        300_000,
        1024,
        new SkyInfo("FK5", 2000.0, "note, ü"));
  }
}
