package org.kiramr.jobs.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.lib.output.FileOutputCommitter;
import org.kiramr.jobs.cli.UsageException;

/** The directory that a job is to make: whether it may be made, and making room for it. */
public final class OutputDirectory {
  /** What {@code rerun} adds to an output that it has made, or leaves alone in it. */
  public static final String RERUN = "_rerun.json";

  private static final String SUCCESS = FileOutputCommitter.SUCCEEDED_FILE_NAME;

  /**
   * What Hadoop's committer makes in an output; the second while a job runs or after it was killed.
   */
  private static final List<String> HADOOPS =
      List.of(SUCCESS, FileOutputCommitter.PENDING_DIR_NAME);

  /** What S3A's magic committer leaves in place of the second: a directory for each job. */
  private static final String MAGIC = "__magic_job-";

  private final Path path;
  private final FileSystem fileSystem;
  private final String marker;
  private final Predicate<String> known;

  /**
   * @param marker name of the file by which a finished output of ours is known
   * @param known whether a file or directory of that name can be in an output of ours
   */
  public OutputDirectory(Path path, Configuration conf, String marker, Predicate<String> known)
      throws IOException {
    this.fileSystem = path.getFileSystem(conf);
    this.path = fileSystem.makeQualified(path);
    // a local file system would put a checksum file beside each; others have their own ways
    fileSystem.setWriteChecksum(false);
    this.marker = marker;
    this.known = known.or(OutputDirectory::isHadoops).or(List.of(marker, RERUN)::contains);
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
    String foreign = foreign();
    if (foreign != null) {
      throw new UsageException(
          path + " is not the output of an earlier run (" + foreign + "); it is not replaced");
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

  /**
   * Makes room for the job: checks again, since listing the input may have taken long, and removes
   * an earlier output. To be called last before the job is submitted.
   *
   * @throws UsageException if the directory may not be made
   */
  public void clear(boolean overwrite) throws IOException {
    check(overwrite);
    if (fileSystem.exists(path) && !fileSystem.delete(path, true)) {
      throw new IOException("cannot remove " + path);
    }
  }

  /** Writes the empty file that says that everything is there. To be called last of all. */
  public void markSuccess() throws IOException {
    fileSystem.create(new Path(path, SUCCESS), true).close();
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

  /** Why the directory is not an output of ours; null if it is one, if empty or interrupted. */
  private String foreign() throws IOException {
    if (!fileSystem.getFileStatus(path).isDirectory()) {
      return "a file";
    }
    boolean marked = isEmpty();
    for (FileStatus entry : fileSystem.listStatus(path)) {
      String name = entry.getPath().getName();
      if (!known.test(name)) {
        return "it holds " + name;
      }
      marked |= name.equals(marker) || name.equals(RERUN) || isHadoops(name);
    }
    return marked ? null : "no " + marker;
  }

  private static boolean isHadoops(String name) {
    return HADOOPS.contains(name) || name.startsWith(MAGIC);
  }

  private boolean isEmpty() throws IOException {
    FileStatus status = fileSystem.getFileStatus(path);
    return status.isDirectory() && fileSystem.listStatus(path).length == 0;
  }
}
