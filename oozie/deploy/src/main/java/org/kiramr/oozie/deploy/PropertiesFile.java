package org.kiramr.oozie.deploy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * A properties file that keeps its comments and order when values change. Read and written in
 * ISO-8859-1, as {@code oozie job -config} reads it. Immutable.
 */
final class PropertiesFile {
  /** A comment or blank line, or a property with the lines that continue it. */
  private record Entry(String text, String name, String value) {}

  private final List<Entry> entries;

  private PropertiesFile(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, or has an escape that means nothing
   */
  static PropertiesFile read(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    StringBuilder logical = new StringBuilder();
    for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      boolean comment = logical.isEmpty() && isComment(line);
      logical.append(line);
      if (!comment && continues(line)) {
        logical.append('\n');
      } else {
        entries.add(entry(logical.toString(), file));
        logical.setLength(0);
      }
    }
    if (!logical.isEmpty()) {
      entries.add(entry(logical.toString(), file));
    }
    return new PropertiesFile(entries);
  }

  private static boolean isComment(String line) {
    String text = line.stripLeading();
    return text.isEmpty() || text.startsWith("#") || text.startsWith("!");
  }

  /** Whether the line ends with an odd number of backslashes. */
  private static boolean continues(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == '\\') {
      end--;
    }
    return (line.length() - end) % 2 != 0;
  }

  private static Entry entry(String text, Path file) throws IOException {
    Properties one = new Properties();
    try {
      one.load(new StringReader(text));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + text.strip() + ": " + e.getMessage(), e);
    }
    return one.stringPropertyNames().stream()
        .findFirst()
        .map(name -> new Entry(text, name, one.getProperty(name)))
        .orElse(new Entry(text, null, null));
  }

  /**
   * Names and values, in the file's order; of a name that comes twice the last value, as Java reads
   * it.
   */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.name != null) {
        values.put(entry.name, entry.value);
      }
    }
    return values;
  }

  /** Names that come more than once. */
  List<String> repeated() {
    List<String> names = entries.stream().map(Entry::name).filter(name -> name != null).toList();
    return names.stream()
        .distinct()
        .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
        .toList();
  }

  /** The same file with another value in its place, or with the property at its end. */
  PropertiesFile with(String name, String value) {
    Entry changed = new Entry(escape(name, true) + "=" + escape(value, false), name, value);
    List<Entry> all = new ArrayList<>(entries);
    all.replaceAll(entry -> name.equals(entry.name) ? changed : entry);
    if (!all.contains(changed)) {
      all.add(changed);
    }
    return new PropertiesFile(all);
  }

  /** The same file with a comment at its top. */
  PropertiesFile headed(List<String> comment) {
    List<Entry> all = new ArrayList<>();
    comment.forEach(line -> all.add(new Entry("# " + line, null, null)));
    all.add(new Entry("", null, null));
    all.addAll(entries);
    return new PropertiesFile(all);
  }

  void write(Path file) throws IOException {
    Files.write(file, entries.stream().map(Entry::text).toList(), StandardCharsets.ISO_8859_1);
  }

  private static String escape(String text, boolean name) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean special = name ? " :=#!".indexOf(c) >= 0 : c == ' ' && i == 0;
      if (c == '\\' || special) {
        escaped.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
