package org.kiramr.jobs.compare;

import java.io.Closeable;
import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Cluster;
import org.apache.hadoop.mapreduce.JobSubmissionFiles;

/**
 * A directory for what the job leaves for its client, beside Hadoop's own files of jobs, where the
 * user may write. Closing it removes it; so does the end of this process.
 */
final class StagingDirectory implements Closeable {
  private final FileSystem fileSystem;
  private final Path path;

  private StagingDirectory(FileSystem fileSystem, Path path) {
    this.fileSystem = fileSystem;
    this.path = path;
  }

  static StagingDirectory create(Configuration conf) throws IOException, InterruptedException {
    Cluster cluster = new Cluster(conf);
    try {
      Path parent = JobSubmissionFiles.getStagingDir(cluster, conf);
      FileSystem fileSystem = parent.getFileSystem(conf);
      Path path = fileSystem.makeQualified(new Path(parent, "kira-compare-" + UUID.randomUUID()));
      fileSystem.mkdirs(path, JobSubmissionFiles.JOB_DIR_PERMISSION);
      fileSystem.deleteOnExit(path);
      return new StagingDirectory(fileSystem, path);
    } finally {
      cluster.close();
    }
  }

  /** A name in the directory. */
  Path resolve(String name) {
    return new Path(path, name);
  }

  @Override
  public void close() throws IOException {
    fileSystem.delete(path, true);
    fileSystem.cancelDeleteOnExit(path);
  }
}
