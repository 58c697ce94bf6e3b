package org.kiramr.jobs.rerun;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
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
  private final Map<String, RecordedFile> byImage = new LinkedHashMap<>();

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
    FileState state = new FileState(row.getLong("bytes"), row.getLong("crc32"));
    if (byImage.put(image, new RecordedFile(image, new Path(path), state)) != null) {
      throw new IOException(image + " is there twice");
    }
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
