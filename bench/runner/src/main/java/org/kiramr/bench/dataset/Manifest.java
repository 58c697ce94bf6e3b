package org.kiramr.bench.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The files of a data set. As a text file: lines that begin with {@code #} are comments, the first
 * of which names the data set ({@code # data set: NAME}); every other line is path, length in bytes
 * and SHA-256, parted by tabs. Paths are relative to a root that the manifest does not name, so
 * that it means the same on every machine. Immutable.
 *
 * @param name of the data set
 * @param entries in order of their paths
 */
public record Manifest(String name, List<ManifestEntry> entries) {
  private static final String NAME = "# data set: ";
  private static final int FIELDS = 3;

  public Manifest {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a manifest.
   *
   * @throws IOException if it is not there, or a line is not one of a manifest; the message names
   *     file and line
   */
  public static Manifest read(Path file) throws IOException {
    List<ManifestEntry> entries = new ArrayList<>();
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.manifest$", "");
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.startsWith(NAME)) {
        name = line.substring(NAME.length());
      } else if (!line.startsWith("#") && !line.isBlank()) {
        entries.add(parse(line, file + ", line " + number));
      }
    }
    if (entries.isEmpty()) {
      throw new IOException(file + ": a manifest without files");
    }
    return new Manifest(name, entries);
  }

  private static ManifestEntry parse(String line, String place) throws IOException {
    String[] fields = line.split("\t", -1);
    if (fields.length != FIELDS) {
      throw new IOException(place + ": not path, bytes and SHA-256 parted by tabs");
    }
    try {
      return new ManifestEntry(fields[0], Long.parseLong(fields[1]), fields[2]);
    } catch (IllegalArgumentException e) {
      throw new IOException(place + ": " + e.getMessage(), e);
    }
  }

  /** Writes it; a file of that name is replaced. */
  public void write(Path file) throws IOException {
    String comments = NAME + name + "\n# path, bytes, SHA-256; parted by tabs\n";
    Files.writeString(file, comments + lines());
  }

  private String lines() {
    return entries.stream().map(entry -> entry.line() + "\n").collect(Collectors.joining());
  }

  /** The digest of what it lists: of its lines without comments. */
  public String sha256() {
    return Sha256.of(lines());
  }

  /** Bytes of all files. */
  public long bytes() {
    return entries.stream().mapToLong(ManifestEntry::bytes).sum();
  }

  /**
   * A part of the files, at an even stride through all: the same for the same number.
   *
   * @param count 1 to the number of files
   */
  public Manifest subset(int count) {
    int size = entries.size();
    if (count < 1 || count > size) {
      throw new IllegalArgumentException(
          "data set " + name + " has " + size + " files: no subset of " + count);
    }
    List<ManifestEntry> part = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      part.add(entries.get((int) ((long) i * size / count)));
    }
    return new Manifest(name, part);
  }
}
