package org.kiramr.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files as Hadoop reads them. */
class HadoopSettingsTest {
  @TempDir private Path folder;
  private ClusterDirectory directory;

  @BeforeEach
  void write() throws Exception {
    directory = ClusterDirectory.at(folder.resolve("cluster"));
    ClusterSpec spec = new ClusterSpec(2, 2, 4096, CpuList.parse("0,1"));
    Addresses addresses = new Addresses(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    new HadoopSettings(spec, directory, addresses, Path.of("/jars")).write();
  }

  @Test
  void clientsGetAddressesAndHadoopsClassPathAlone() {
    Configuration client = read(directory.clientConfiguration());

    assertThat(client.get("fs.defaultFS")).isEqualTo("hdfs://localhost:1");
    assertThat(client.get("dfs.replication")).isEqualTo("2");
    assertThat(client.get("mapreduce.framework.name")).isEqualTo("yarn");
    assertThat(client.get("yarn.resourcemanager.address")).isEqualTo("localhost:3");
    assertThat(client.get("mapreduce.jobhistory.address")).isEqualTo("localhost:8");
    assertThat(client.get("mapreduce.application.classpath")).isEqualTo("/jars/*");
    assertThat(client.get("yarn.application.classpath")).isEqualTo("/jars/*");
    // what is a node's would travel with every job
    assertThat(client.size()).isLessThan(20);
  }

  @Test
  void nodesDifferByTheirDaemonsSystemProperties() {
    Configuration daemons = read(directory.daemonConfiguration());
    Path node = directory.node(2);
    System.setProperty(HadoopSettings.NODE_DIRECTORY, node.toString());
    System.setProperty(HadoopSettings.NODE_VCORES, "7");
    try {
      assertThat(daemons.get("dfs.datanode.data.dir")).isEqualTo(node + "/blocks");
      assertThat(daemons.get("yarn.nodemanager.local-dirs")).isEqualTo(node + "/local");
      assertThat(daemons.getInt("yarn.nodemanager.resource.cpu-vcores", 0)).isEqualTo(7);
    } finally {
      System.clearProperty(HadoopSettings.NODE_DIRECTORY);
      System.clearProperty(HadoopSettings.NODE_VCORES);
    }
  }

  private static Configuration read(Path folder) {
    Configuration conf = new Configuration(false);
    Stream.of("core-site.xml", "hdfs-site.xml", "mapred-site.xml", "yarn-site.xml")
        .map(name -> new org.apache.hadoop.fs.Path(folder.resolve(name).toUri()))
        .forEach(conf::addResource);
    return conf;
  }
}
