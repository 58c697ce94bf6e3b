package org.kiramr.jobs.compare;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.kiramr.catalog.EcsvReader;
import org.kiramr.jobs.cli.UsageException;

/** The output of {@code extract}: a directory a table, ECSV parts in it. */
final class EcsvDirectory implements CatalogDirectory {
  private static final String SUFFIX = ".ecsv";

  private final Path path;
  private final FileSystem fileSystem;

  EcsvDirectory(Path path, FileSystem fileSystem) {
    this.path = path;
    this.fileSystem = fileSystem;
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public List<FileStatus> parts(CatalogTable table) throws IOException {
    FileStatus[] files;
    try {
      files = fileSystem.listStatus(new Path(path, table.tableName()));
    } catch (FileNotFoundException e) {
      return List.of();
    }
    Arrays.sort(files);
    List<FileStatus> parts = new ArrayList<>();
    for (FileStatus file : files) {
      String name = file.getPath().getName();
      if (name.startsWith(".") || name.startsWith("_")) {
        continue;
      }
      if (!name.endsWith(SUFFIX)) {
        throw new UsageException(file.getPath() + " cannot be compared: only ECSV can");
      }
      parts.add(file);
    }
    return parts;
  }

  @Override
  public CatalogTable tableOf(Path part) {
    Path directory = part.getParent();
    return path.equals(directory.getParent())
        ? CatalogTable.ofName(directory.getName()).orElse(null)
        : null;
  }

  @Override
  public EcsvReader read(CatalogTable table, Path part) throws IOException {
    return new EcsvReader(fileSystem.open(part));
  }
}
