package org.kiramr.fits.mapreduce;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a real HDFS of two DataNodes. */
class HdfsFitsInputIT extends FitsInputContract {
  private static MiniDFSCluster cluster;
  private static int directories;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    Configuration conf = new Configuration();
    conf.setInt("dfs.replication", 2);
    cluster = new MiniDFSCluster.Builder(conf, folder.toFile()).numDataNodes(2).build();
    cluster.waitActive();
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.shutdown();
    }
  }

  @Override
  org.apache.hadoop.fs.Path newDirectory() throws IOException {
    directories++;
    org.apache.hadoop.fs.Path directory = new org.apache.hadoop.fs.Path("/test/" + directories);
    cluster.getFileSystem().mkdirs(directory);
    return directory;
  }

  @Override
  Configuration configuration() {
    return cluster.getConfiguration(0);
  }
}
