package org.kiramr.oozie.action;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;

/**
 * A table with a line for each key, as text with tabs. Each line is a file of its own, which is
 * what counts: workflows that end at the same time cannot lose each other's. The table is made from
 * them anew each time, and read by people and programs.
 */
final class LineTable {
  private static final String ENDING = ".tsv";

  /** Stands for what is not known: an empty cell is easily overlooked. */
  private static final String NOTHING = "-";

  private final Store store;
  private final String name;
  private final List<String> columns;

  /**
   * @param name of the table without its ending, and of the directory of the lines
   * @param columns the first is what the lines are ordered by, a time of ISO 8601 in UTC
   */
  LineTable(Store store, String name, List<String> columns) {
    this.store = store;
    this.name = name;
    this.columns = List.copyOf(columns);
  }

  /**
   * Writes a line, in place of the one that its key may have, and the table.
   *
   * @param key of the line, which no two workflows write; a label or several, see {@link Labels}
   * @param cells one a column; null if it is not known
   */
  void put(String key, List<String> cells) throws IOException {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns);
    }
    String line = cells.stream().map(LineTable::cell).collect(Collectors.joining("\t"));
    store.write(new Path(directory(), key + ENDING), line + "\n", key);
    writeTable(key);
  }

  /** The lines in order, each as its cells. */
  List<List<String>> lines() throws IOException {
    return lines(names());
  }

  /** The file of the table. */
  Path file() {
    return store.path(name + ENDING);
  }

  /** Again if a line came meanwhile, whose table we may have written over. */
  private void writeTable(String writer) throws IOException {
    List<String> written;
    do {
      written = names();
      StringBuilder text = new StringBuilder(String.join("\t", columns)).append('\n');
      lines(written).forEach(line -> text.append(String.join("\t", line)).append('\n'));
      store.write(file(), text.toString(), writer);
    } while (!names().equals(written));
  }

  private List<List<String>> lines(List<String> names) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    for (String file : names) {
      String line = store.read(new Path(directory(), file)).stripTrailing();
      lines.add(List.of(line.split("\t", -1)));
    }
    // by name within the same time, since the names are in order
    lines.sort(Comparator.comparing(line -> line.get(0)));
    return lines;
  }

  private List<String> names() throws IOException {
    // a draft begins with an underscore
    return store.names(directory()).stream()
        .filter(file -> file.endsWith(ENDING) && !file.startsWith("_"))
        .toList();
  }

  private Path directory() {
    return store.path(name);
  }

  private static String cell(String text) {
    return text == null || text.isBlank() ? NOTHING : text.replaceAll("[\\p{Cntrl}]+", " ").strip();
  }
}
