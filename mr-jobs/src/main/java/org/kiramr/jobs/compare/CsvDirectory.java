package org.kiramr.jobs.compare;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.kiramr.catalog.CatalogSchema;
import org.kiramr.catalog.Column;
import org.kiramr.catalog.ColumnType;
import org.kiramr.catalog.EcsvReader;
import org.kiramr.catalog.OutputTables;
import org.kiramr.catalog.TableSchema;

/**
 * The output of the C program: a CSV file a table, canonical rows under a line of names. The types
 * are those that {@code extract} has for columns of these names; others are text.
 */
final class CsvDirectory implements CatalogDirectory {
  private static final String SUFFIX = ".csv";

  private final Path path;
  private final FileSystem fileSystem;

  CsvDirectory(Path path, FileSystem fileSystem) {
    this.path = path;
    this.fileSystem = fileSystem;
  }

  static Path file(Path directory, CatalogTable table) {
    return new Path(directory, table.tableName() + SUFFIX);
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public List<FileStatus> parts(CatalogTable table) throws IOException {
    try {
      return List.of(fileSystem.getFileStatus(file(path, table)));
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  @Override
  public CatalogTable tableOf(Path part) {
    String name = part.getName();
    return path.equals(part.getParent()) && name.endsWith(SUFFIX)
        ? CatalogTable.ofName(name.substring(0, name.length() - SUFFIX.length())).orElse(null)
        : null;
  }

  @Override
  public EcsvReader read(CatalogTable table, Path part) throws IOException {
    List<String> names = names(part);
    Map<String, ColumnType> types = types(table, names);
    TableSchema schema =
        new TableSchema(
            table.tableName(),
            names.stream()
                .map(name -> Column.of(name, types.getOrDefault(name, ColumnType.STRING), "", ""))
                .toList());
    return new EcsvReader(fileSystem.open(part), schema);
  }

  private List<String> names(Path part) throws IOException {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(fileSystem.open(part), StandardCharsets.UTF_8))) {
      String names = in.readLine();
      if (names == null || names.isEmpty()) {
        throw new IOException("no line of names");
      }
      return List.of(names.split(",", -1));
    }
  }

  private static Map<String, ColumnType> types(CatalogTable table, List<String> columns) {
    long apertures = columns.stream().filter(name -> name.startsWith("flux_aper_")).count();
    TableSchema known =
        switch (table) {
          case FIELDS -> OutputTables.FIELDS;
          case FRAMES -> OutputTables.FRAMES;
          case REJECTS -> OutputTables.REJECTS;
          case CATALOG -> CatalogSchema.of(radii((int) apertures));
        };
    Map<String, ColumnType> types = new HashMap<>();
    known.columns().forEach(column -> types.put(column.name(), column.type()));
    return types;
  }

  /** Any: they stand in the descriptions only. */
  private static double[] radii(int apertures) {
    double[] radii = new double[apertures];
    Arrays.setAll(radii, i -> i + 1);
    return radii;
  }
}
