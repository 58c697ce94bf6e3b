package org.kiramr.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.mapred.JobConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local file system of local jobs sets permissions like Hadoop's. */
class NioLocalFileSystemTest {
  @TempDir private java.nio.file.Path folder;

  @Test
  void permissionsAreThoseAskedFor() throws Exception {
    Configuration conf = new JobConf();
    conf.set("fs.permissions.umask-mode", "027");
    JobTuning.apply(conf);
    try (FileSystem local = FileSystem.newInstance(URI.create("file:///"), conf)) {
      assertThat(local).isInstanceOf(NioLocalFileSystem.class);
      Path directory = new Path(folder.toUri().toString(), "made");
      local.mkdirs(directory, new FsPermission("777"));
      assertThat(mode("made")).isEqualTo("rwxr-x---");
      Path file = new Path(directory, "file with a space");
      local.create(file).close();
      local.setPermission(file, new FsPermission("604"));
      assertThat(mode("made/file with a space")).isEqualTo("rw----r--");
    }
  }

  private String mode(String name) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }
}
