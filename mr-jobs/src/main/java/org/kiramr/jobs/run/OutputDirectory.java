package org.kiramr.jobs.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.kiramr.jobs.cli.UsageException;

/** The directory that a job is to make: whether it may be made, and making room for it. */
public final class OutputDirectory {
  private final Path path;
  private final FileSystem fileSystem;
  private final String marker;

  /**
   * @param marker name of the file by which an output of ours is known
   */
  public OutputDirectory(Path path, Configuration conf, String marker) throws IOException {
    this.fileSystem = path.getFileSystem(conf);
    this.path = fileSystem.makeQualified(path);
    // a local file system would put a checksum file beside each; others have their own ways
    fileSystem.setWriteChecksum(false);
    this.marker = marker;
  }

  /** The path with scheme and authority. */
  public Path path() {
    return path;
  }

  /** The file by which an output of ours is known. */
  public Path marker() {
    return new Path(path, marker);
  }

  /**
   * Checks that the directory does not exist, or that it may be replaced.
   *
   * @throws UsageException if it may not be made
   */
  public void check(boolean overwrite) throws IOException {
    if (!fileSystem.exists(path)) {
      return;
    }
    if (!overwrite) {
      throw new UsageException(path + " exists; --overwrite replaces the output of an earlier run");
    }
    if (!isOurs()) {
      throw new UsageException(
          path + " is not the output of an earlier run (no " + marker + "); it is not replaced");
    }
  }

  /**
   * Checks that nothing that is to be read lies in the directory.
   *
   * @throws UsageException if an input does
   */
  public void checkApartFrom(Path input) throws IOException {
    for (Path p = input; p != null; p = p.getParent()) {
      if (p.equals(path)) {
        throw new UsageException("input " + input + " is in the output directory " + path);
      }
    }
  }

  /** Removes what {@link #check(boolean)} found to be replaceable. */
  public void clear() throws IOException {
    fileSystem.delete(path, true);
  }

  /** Removes the directory if a failed job left nothing in it. */
  public void removeIfEmpty() throws IOException {
    try {
      if (isEmpty()) {
        fileSystem.delete(path, false);
      }
    } catch (FileNotFoundException e) {
      return; // the job did not get as far as making it
    }
  }

  private boolean isOurs() throws IOException {
    return fileSystem.exists(marker()) || isEmpty();
  }

  private boolean isEmpty() throws IOException {
    FileStatus status = fileSystem.getFileStatus(path);
    return status.isDirectory() && fileSystem.listStatus(path).length == 0;
  }
}
