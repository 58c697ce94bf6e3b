package org.kiramr.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.mapreduce.v2.MiniMRYarnCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.nodemanager.NodeManager;

/**
 * A small Hadoop cluster: HDFS with two data nodes and replication 2, YARN with two node managers,
 * the job history server. The daemons live in this JVM; containers are JVMs of their own, and
 * neither they nor the clients that {@link #hadoopJar} starts have this project on their class
 * path, only what Hadoop brings: a job's classes get there by its jar alone.
 *
 * <p>Tests share one: {@code @ExtendWith(MiniHadoopExtension.class)} hands it to their constructors
 * and methods.
 *
 * <p>All it writes is in {@link #directory()}, which is emptied at the start.
 */
public final class MiniHadoop implements AutoCloseable {
  /** Options of JVMs that live for seconds and share few cores. */
  public static final String SHORT_LIVED = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

  private static final int NODES = 2;

  /** What the daemons' web servers say through java.util.logging, on standard error. */
  private static final List<Logger> NOISE =
      List.of(Logger.getLogger("com.sun.jersey"), Logger.getLogger("com.google.inject.servlet"));

  private final MiniDFSCluster hdfs;
  private final MiniMRYarnCluster yarn;
  private final Path clientConfiguration;

  private MiniHadoop(MiniDFSCluster hdfs, MiniMRYarnCluster yarn, Path clientConfiguration) {
    this.hdfs = hdfs;
    this.yarn = yarn;
    this.clientConfiguration = clientConfiguration;
  }

  /** Starts the cluster and waits until it takes jobs. */
  static MiniHadoop start() throws IOException {
    NOISE.forEach(logger -> logger.setLevel(Level.SEVERE));
    FileUtil.fullyDelete(directory().toFile());
    // Where Hadoop's own test classes write.
    System.setProperty("test.build.data", directory().toString());
    MiniDFSCluster hdfs =
        new MiniDFSCluster.Builder(
                MiniHadoopSettings.daemons(), directory().resolve("hdfs").toFile())
            .numDataNodes(NODES)
            .build();
    MiniMRYarnCluster yarn = new MiniMRYarnCluster("yarn", NODES);
    MiniHadoop hadoop = new MiniHadoop(hdfs, yarn, directory().resolve("client"));
    try {
      hdfs.waitActive();
      yarn.init(MiniHadoopSettings.yarn(hdfs.getConfiguration(0)));
      yarn.start();
      MiniHadoopSettings.writeClient(yarn.getConfig(), hadoop.clientConfiguration);
      return hadoop;
    } catch (IOException | RuntimeException e) {
      hadoop.close();
      throw e;
    }
  }

  /** Where the cluster keeps its data and logs. */
  public static Path directory() {
    return BuildOutput.directory().resolve("mini-hadoop");
  }

  /** What a client's {@code HADOOP_CONF_DIR} names. */
  public Path clientConfiguration() {
    return clientConfiguration;
  }

  /** The cluster's HDFS; the cluster closes it. */
  public FileSystem fileSystem() {
    try {
      return hdfs.getFileSystem();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Host and port of YARN's resource manager. */
  public String resourceManager() {
    return yarn.getConfig().get(YarnConfiguration.RM_ADDRESS);
  }

  /**
   * {@code hadoop jar} as Hadoop's own script runs it: {@code RunJar} in a JVM of its own, with the
   * client's configuration and Hadoop's jars on its class path: those of the nodes too, as in a
   * distribution, and with them an older JNA.
   */
  public Command hadoopJar(Path jar, String... args) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Xmx512m");
    words.add("-cp");
    words.add(
        String.join(
            ":",
            clientConfiguration.toString(),
            BuildOutput.hadoopClient() + "/*",
            BuildOutput.hadoopCluster() + "/*"));
    words.add("org.apache.hadoop.util.RunJar");
    words.add(jar.toString());
    words.addAll(List.of(args));
    return Command.of(words);
  }

  @Override
  public void close() throws IOException {
    // Each node manager waits ten seconds for its shuffle server: let them wait together.
    IntStream.range(0, NODES)
        .parallel()
        .mapToObj(yarn::getNodeManager)
        .filter(Objects::nonNull)
        .forEach(NodeManager::stop);
    yarn.close();
    hdfs.shutdown(true);
  }
}
