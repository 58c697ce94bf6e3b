package org.kiramr.oozie.action;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The directory {@code catalogs} and what is where in it:
 *
 * <pre>
 * NIGHT/001/, 002/, ...     published catalogues
 * NIGHT/_latest             the last one's number
 * _staging/WORKFLOW/        what a workflow makes before it is published
 * _runs/, _runs.tsv         one line a published catalogue
 * _history/, _history.tsv   one line a verification
 * _notices/                 markers, written by Oozie itself
 * </pre>
 *
 * <p>By {@link FileContext}, whose rename refuses a target that exists; {@code FileSystem}'s would
 * move a directory into it. Thread-safe. Not final: tests come between two steps.
 */
class Store {
  private static final String STAGING = "_staging";

  private final FileContext files;
  private final Path root;

  Store(FileContext files, Path root) {
    this.files = files;
    this.root = root;
  }

  /**
   * Opens it; it need not exist.
   *
   * @param catalogs the directory, with or without scheme and authority
   */
  static Store of(String catalogs, Configuration conf) throws IOException {
    Path path = new Path(catalogs);
    FileContext files =
        path.toUri().getScheme() == null
            ? FileContext.getFileContext(conf)
            : FileContext.getFileContext(path.toUri(), conf);
    return new Store(files, files.makeQualified(path));
  }

  /** A path in the directory. */
  Path path(String name) {
    return new Path(root, name);
  }

  /**
   * The directory that a workflow alone writes to.
   *
   * @throws IllegalArgumentException if the id can be none of Oozie's
   */
  Path staging(String workflow) {
    return new Path(path(STAGING), Labels.require("workflow", workflow));
  }

  /**
   * The directory of a night's versions.
   *
   * @throws IllegalArgumentException if the label cannot name a directory
   */
  Path night(String label) {
    return path(Labels.require("night", label));
  }

  boolean exists(Path path) throws IOException {
    return files.util().exists(path);
  }

  /** The names in a directory; none if it does not exist. */
  List<String> names(Path directory) throws IOException {
    try {
      return Stream.of(files.util().listStatus(directory))
          .map(FileStatus::getPath)
          .map(Path::getName)
          .sorted()
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  /** Removes a file, or a directory with all in it; nothing happens if there is none. */
  void delete(Path path) throws IOException {
    if (exists(path) && !files.delete(path, true)) {
      throw new IOException("cannot remove " + path);
    }
  }

  /**
   * Moves a directory to where nothing is yet; HDFS does it in one step.
   *
   * @return false if something is there
   * @throws FileNotFoundException if there is no such directory
   */
  boolean move(Path from, Path to) throws IOException {
    files.mkdir(to.getParent(), FsPermission.getDirDefault(), true);
    try {
      files.rename(from, to);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  String read(Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Writes a file anew. A reader finds either the old text or the new one, never a part.
   *
   * @param writer tells those apart who write the file at the same time
   */
  void write(Path file, String text, String writer) throws IOException {
    Path draft = new Path(file.getParent(), "_" + file.getName() + "." + writer);
    try (OutputStream out =
        files.create(
            draft,
            EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE),
            Options.CreateOpts.createParent())) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    files.rename(draft, file, Options.Rename.OVERWRITE);
  }

  /**
   * Writes a file into a directory that nobody reads yet, and does not make the directory: whoever
   * has moved it away must not find it there once more.
   *
   * @throws FileNotFoundException if the directory is not there, or no longer
   */
  void writeInto(Path file, String text) throws IOException {
    try (OutputStream out =
        files.create(file, EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
