package org.kiramr.oozie.server;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.fs.FileSystem;
import org.kiramr.cluster.BuildOutput;

/** Oozie's share lib on HDFS: of all it can hold, the launcher alone. */
final class ShareLib {
  private ShareLib() {}

  /** Puts it where a server of this user looks for the latest. */
  static void upload(FileSystem hdfs) throws IOException {
    org.apache.hadoop.fs.Path folder =
        new org.apache.hadoop.fs.Path(
            hdfs.getHomeDirectory(), "share/lib/lib_20260101000000/oozie");
    hdfs.mkdirs(folder);
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(serverJars(), "oozie-sharelib-oozie-*.jar")) {
      for (Path jar : jars) {
        hdfs.copyFromLocalFile(new org.apache.hadoop.fs.Path(jar.toUri()), folder);
      }
    }
  }

  /** The server's class path, which the module beside this one makes. */
  static Path serverJars() {
    return BuildOutput.directory().resolve("../../server/target/lib").normalize();
  }
}
