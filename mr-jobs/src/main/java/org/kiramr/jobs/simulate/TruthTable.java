package org.kiramr.jobs.simulate;

import static org.kiramr.catalog.ColumnType.FLOAT32;
import static org.kiramr.catalog.ColumnType.FLOAT64;
import static org.kiramr.catalog.ColumnType.INT16;
import static org.kiramr.catalog.ColumnType.INT64;
import static org.kiramr.catalog.ColumnType.STRING;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kiramr.catalog.Column;
import org.kiramr.catalog.EcsvWriter;
import org.kiramr.catalog.TableSchema;

/** The sources whose centres are in a field, as a table: what an extraction should find. */
final class TruthTable {
  private TruthTable() {}

  /** Writes the table and closes the stream. */
  static void write(
      OutputStream out,
      SimulateParameters parameters,
      SkyField field,
      List<SdssBand> bands,
      List<Source> sources)
      throws IOException {
    List<Source> sorted = new ArrayList<>(sources);
    sorted.sort(Comparator.comparingDouble(Source::row).thenComparingLong(Source::id));
    List<BandTruth> truths = new ArrayList<>();
    for (SdssBand band : bands) {
      truths.add(new BandTruth(parameters, field, band, sorted));
    }
    long firstRow = parameters.firstRow(field);
    try (EcsvWriter writer = new EcsvWriter(out, schema(bands))) {
      for (int i = 0; i < sorted.size(); i++) {
        Source source = sorted.get(i);
        double y = source.row() - firstRow;
        if (isInside(source.x(), parameters.size().width())
            && isInside(y, parameters.size().height())) {
          writer.append(row(source, y, truths, i));
        }
      }
    }
  }

  /** The columns for those bands. */
  static TableSchema schema(List<SdssBand> bands) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("id", INT64, "", "the same in every field that shows the source"));
    columns.add(Column.of("type", STRING, "", "star or galaxy"));
    columns.add(Column.of("x", FLOAT64, "pix", "counted from 0"));
    columns.add(Column.of("y", FLOAT64, "pix", "counted from 0"));
    columns.add(
        Column.of(
            "half_light_radius", FLOAT32, "pix", "along the major axis, without the atmosphere"));
    columns.add(Column.of("axis_ratio", FLOAT32, "", "minor to major axis"));
    columns.add(Column.of("theta", FLOAT32, "rad", "major axis, counter-clockwise from +x"));
    for (SdssBand band : bands) {
      addColumns(columns, band);
    }
    return new TableSchema("truth", columns);
  }

  private static void addColumns(List<Column> columns, SdssBand band) {
    String b = "_" + band.letter();
    columns.add(
        Column.of(
            "mag" + b, FLOAT32, "mag", "zero point %s, of 1 adu".formatted(band.zeroPoint())));
    columns.add(Column.of("flux" + b, FLOAT32, "adu", "all light"));
    columns.add(Column.of("snr" + b, FLOAT32, "", "signal to noise in a circle of radius 5 pix"));
    columns.add(Column.of("flux_circle" + b, FLOAT32, "adu", "in a circle of radius 5 pix"));
    columns.add(Column.of("fluxerr_circle" + b, FLOAT32, "adu", "error of its measurement"));
    columns.add(
        Column.of(
            "flags" + b,
            INT16,
            "",
            "1 saturated, 2 bad column, 4 cosmic ray, 8 near an edge, 16 not isolated"));
  }

  private static Object[] row(Source source, double y, List<BandTruth> truths, int i) {
    List<Object> row = new ArrayList<>();
    row.add(source.id());
    row.add(source.isStar() ? "star" : "galaxy");
    row.add(source.x());
    row.add(y);
    row.add((float) source.halfLightRadius());
    row.add((float) source.axisRatio());
    row.add((float) source.theta());
    for (BandTruth truth : truths) {
      row.add((float) truth.magnitude(i));
      row.add((float) truth.flux(i));
      row.add((float) truth.signalToNoise(i));
      row.add((float) truth.circleFlux(i));
      row.add((float) truth.circleError(i));
      row.add(truth.flags(i));
    }
    return row.toArray();
  }

  private static boolean isInside(double position, int size) {
    return position >= -0.5 && position < size - 0.5;
  }
}
