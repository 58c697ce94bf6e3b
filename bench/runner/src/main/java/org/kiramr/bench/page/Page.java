package org.kiramr.bench.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report in the making: Markdown, and the plots that it shows. Not thread-safe. */
public final class Page {
  private static final String FOLDER = "plots/";

  private final String title;
  private final StringBuilder markdown = new StringBuilder();
  private final Map<String, String> plots = new LinkedHashMap<>();

  public Page(String title) {
    this.title = title;
    markdown.append("# ").append(title).append("\n\n");
  }

  public void heading(String text) {
    markdown.append("## ").append(text).append("\n\n");
  }

  public void paragraph(String text) {
    markdown.append(text).append("\n\n");
  }

  public void bullets(List<String> lines) {
    lines.forEach(line -> markdown.append("- ").append(line).append('\n'));
    markdown.append('\n');
  }

  /** A table; columns but the first stand right where their heading ends with a colon. */
  public void table(List<String> header, List<List<String>> rows) {
    row(header.stream().map(Page::withoutColon).toList());
    row(header.stream().map(name -> name.endsWith(":") ? "---:" : "---").toList());
    rows.forEach(this::row);
    markdown.append('\n');
  }

  /**
   * A plot.
   *
   * @param name of its file, without {@code .svg}; unique in the page
   * @param what it shows, in words
   */
  public void figure(String name, String what, String svg) {
    String path = FOLDER + name + ".svg";
    if (plots.putIfAbsent(path, svg) != null) {
      throw new IllegalArgumentException("two plots " + path);
    }
    markdown.append("![").append(what).append("](").append(path).append(")\n\n");
  }

  /** Markdown as somebody wrote it. */
  public void verbatim(String text) {
    markdown.append(text.strip()).append("\n\n");
  }

  public String title() {
    return title;
  }

  public String markdown() {
    return markdown.toString();
  }

  /** SVG text by its path from the page. */
  public Map<String, String> plots() {
    return Map.copyOf(plots);
  }

  private void row(List<String> cells) {
    markdown.append(
        cells.stream()
            .map(cell -> cell.replace("|", "\\|").replace('\n', ' '))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static String withoutColon(String name) {
    return name.endsWith(":") ? name.substring(0, name.length() - 1) : name;
  }
}
