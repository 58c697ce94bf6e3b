package org.kiramr.jobs.rerun;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.kiramr.catalog.EcsvReader;
import org.kiramr.catalog.OutputTables;
import org.kiramr.jobs.run.TableParts;

/** The table of files of a run, in memory: a few hundred bytes a file. */
final class RecordedFiles {
  private static final List<String> COMPANIONS = List.of("mask", "noise");

  private final Map<String, RecordedFile> byImage = new LinkedHashMap<>();
  private boolean hasCompanions = true;

  private RecordedFiles() {}

  /**
   * Reads all of it.
   *
   * @param output the run's output directory
   * @throws IOException if it is not there or no such table, or names an image twice
   */
  static RecordedFiles read(Path output, Configuration conf) throws IOException {
    Path table = new Path(output, OutputTables.FILES.name());
    RecordedFiles files = new RecordedFiles();
    try {
      TableParts.forEach(table, conf, files::add);
    } catch (IllegalArgumentException | IOException e) {
      throw new IOException(table + " cannot be read: " + e.getMessage(), e);
    }
    return files;
  }

  private void add(EcsvReader row) throws IOException {
    String image = row.getString("image");
    String path = row.getString("path");
    if (image == null || path == null) {
      throw new IOException("a file without a name");
    }
    Path whole = new Path(path);
    if (row.schema().columns().stream().noneMatch(c -> c.name().equals(COMPANIONS.get(0)))) {
      hasCompanions = false;
    }
    Map<String, FileState> companions = new HashMap<>();
    for (String companion : hasCompanions ? COMPANIONS : List.<String>of()) {
      String name = row.getString(companion);
      if (name != null) {
        // "./" keeps a colon in a name from being taken for the end of a scheme
        companions.put(
            new Path(whole.getParent(), "./" + name).toString(),
            state(row, companion + "_bytes", companion + "_crc32"));
      }
    }
    RecordedFile file = new RecordedFile(image, whole, state(row, "bytes", "crc32"), companions);
    if (byImage.put(image, file) != null) {
      throw new IOException(image + " is there twice");
    }
  }

  private static FileState state(EcsvReader row, String bytes, String crc32) throws IOException {
    return new FileState(row.getLong(bytes), row.getLong(crc32));
  }

  /**
   * Whether the files of masks and maps of noise are there, too; versions before {@code rerun} did
   * not record those.
   */
  boolean hasCompanions() {
    return hasCompanions;
  }

  /** In the order of the table. */
  Collection<RecordedFile> all() {
    return Collections.unmodifiableCollection(byImage.values());
  }

  /** The file of that image; null if there is none. */
  RecordedFile of(String image) {
    return byImage.get(image);
  }

  /** The paths of all files. */
  Set<String> paths() {
    return byImage.values().stream()
        .map(file -> file.path().toString())
        .collect(Collectors.toSet());
  }
}
