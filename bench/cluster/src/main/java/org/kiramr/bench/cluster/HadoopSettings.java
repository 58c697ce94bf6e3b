package org.kiramr.bench.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The cluster's configuration, as an administrator would write it: the clients' and the daemons',
 * which differ in what only daemons need. What is not set here is Hadoop's default, heartbeats
 * among it, so that every engine is timed on the cluster that its users have.
 */
final class HadoopSettings {
  /** Directory of a node; a system property of its daemons. */
  static final String NODE_DIRECTORY = "kira.node.directory";

  /** Name of a node; a system property of its daemons. */
  static final String NODE_NAME = "kira.node.name";

  /** Virtual cores of a node; a system property of its daemons. */
  static final String NODE_VCORES = "kira.node.vcores";

  private static final String ANY_PORT = Addresses.HOST + ":0";

  /**
   * To standard error, which is a daemon's log file, as in Hadoop's own configuration; HDFS's line
   * for every block left out.
   */
  private static final String LOG4J =
      """
      log4j.rootLogger=INFO, console
      log4j.appender.console=org.apache.log4j.ConsoleAppender
      log4j.appender.console.target=System.err
      log4j.appender.console.layout=org.apache.log4j.PatternLayout
      log4j.appender.console.layout.ConversionPattern=%d{ISO8601} %p %c{2}: %m%n
      log4j.logger.org.apache.hadoop.util.NativeCodeLoader=ERROR
      log4j.logger.BlockStateChange=WARN
      log4j.logger.org.apache.hadoop.hdfs.StateChange=WARN
      log4j.logger.org.apache.hadoop.hdfs.server.datanode.DataNode.clienttrace=WARN
      """;

  private final ClusterSpec spec;
  private final ClusterDirectory directory;
  private final Addresses addresses;
  private final Path jars;

  /**
   * @param jars the directory of Hadoop's jars
   */
  HadoopSettings(ClusterSpec spec, ClusterDirectory directory, Addresses addresses, Path jars) {
    this.spec = spec;
    this.directory = directory;
    this.addresses = addresses;
    this.jars = jars;
  }

  /** Writes both configurations into the cluster's directory. */
  void write() throws IOException {
    Path client = Files.createDirectories(directory.clientConfiguration());
    core().write(client.resolve("core-site.xml"));
    hdfs().write(client.resolve("hdfs-site.xml"));
    mapred().write(client.resolve("mapred-site.xml"));
    yarn().write(client.resolve("yarn-site.xml"));
    Files.writeString(client.resolve("log4j.properties"), LOG4J);
    Path daemons = Files.createDirectories(directory.daemonConfiguration());
    core().write(daemons.resolve("core-site.xml"));
    hdfsDaemons().write(daemons.resolve("hdfs-site.xml"));
    // not among YARN's: Hadoop reads its defaults for MapReduce after those settings
    mapred().set("mapreduce.shuffle.port", 0).write(daemons.resolve("mapred-site.xml"));
    yarnDaemons().write(daemons.resolve("yarn-site.xml"));
    scheduler().write(daemons.resolve("capacity-scheduler.xml"));
    Files.writeString(daemons.resolve("log4j.properties"), LOG4J);
  }

  private Site core() {
    return new Site()
        .set("fs.defaultFS", addresses.fileSystem())
        .set("hadoop.tmp.dir", directory.temporary());
  }

  private Site hdfs() {
    return new Site().set("dfs.replication", spec.replication());
  }

  private Site hdfsDaemons() {
    return hdfs()
        .set("dfs.namenode.http-address", Addresses.address(addresses.nameNodeWeb()))
        .set("dfs.namenode.name.dir", directory.resolve("namenode"))
        // loopback addresses need not have a name
        .set("dfs.namenode.datanode.registration.ip-hostname-check", false)
        .set("dfs.datanode.data.dir", "${" + NODE_DIRECTORY + "}/blocks")
        .set("dfs.datanode.hostname", Addresses.HOST)
        .set("dfs.datanode.address", ANY_PORT)
        .set("dfs.datanode.http.address", ANY_PORT)
        .set("dfs.datanode.ipc.address", ANY_PORT);
  }

  private Site mapred() {
    return new Site()
        .set("mapreduce.framework.name", "yarn")
        .set("mapreduce.application.classpath", jars + "/*")
        .set("mapreduce.jobhistory.address", Addresses.address(addresses.history()))
        .set("mapreduce.jobhistory.admin.address", Addresses.address(addresses.historyAdmin()))
        .set("mapreduce.jobhistory.webapp.address", Addresses.address(addresses.historyWeb()));
  }

  private Site yarn() {
    return new Site()
        .set("yarn.resourcemanager.hostname", Addresses.HOST)
        .set("yarn.resourcemanager.address", Addresses.address(addresses.resourceManager()))
        .set("yarn.resourcemanager.scheduler.address", Addresses.address(addresses.scheduler()))
        .set("yarn.resourcemanager.admin.address", Addresses.address(addresses.resourceAdmin()))
        .set("yarn.resourcemanager.webapp.address", Addresses.address(addresses.resourceWeb()))
        // Hadoop's jars and no other: an application's classes get to its containers by its jar
        .set("yarn.application.classpath", jars + "/*");
  }

  private Site yarnDaemons() {
    Site site = yarn();
    site.set(
            "yarn.resourcemanager.resource-tracker.address",
            Addresses.address(addresses.resourceTracker()))
        // multiples of this are what a container can have
        .set("yarn.scheduler.minimum-allocation-mb", 256)
        .set("yarn.scheduler.maximum-allocation-mb", spec.memoryMegabytes())
        .set("yarn.scheduler.maximum-allocation-vcores", spec.mostVcores());
    return node(site);
  }

  private Site node(Site site) {
    return site.set("yarn.nodemanager.hostname", Addresses.HOST)
        .set("yarn.nodemanager.address", ANY_PORT)
        .set("yarn.nodemanager.localizer.address", ANY_PORT)
        .set("yarn.nodemanager.webapp.address", ANY_PORT)
        .set("yarn.nodemanager.local-dirs", "${" + NODE_DIRECTORY + "}/local")
        .set("yarn.nodemanager.log-dirs", directory.logs() + "/${" + NODE_NAME + "}")
        .set("yarn.nodemanager.aux-services", "mapreduce_shuffle")
        .set("yarn.nodemanager.resource.memory-mb", spec.memoryMegabytes())
        .set("yarn.nodemanager.resource.cpu-vcores", "${" + NODE_VCORES + "}")
        .set("yarn.nodemanager.pmem-check-enabled", true)
        // the node manager does the check itself: left to control groups, nobody would
        .set("yarn.nodemanager.resource.memory.enforced", false)
        // address space is no memory
        .set("yarn.nodemanager.vmem-check-enabled", false)
        // a laptop's full disk is its owner's business
        .set("yarn.nodemanager.disk-health-checker.max-disk-utilization-per-disk-percentage", 100)
        .set(
            "yarn.nodemanager.admin-env",
            String.join(
                ",",
                "MALLOC_ARENA_MAX=4",
                "JAVA_HOME=" + System.getProperty("java.home"),
                MarkedProcesses.VARIABLE + "=" + directory.path()))
        // when all is stopped no container has a word to say any more
        .set("yarn.nodemanager.process-kill-wait.ms", 0);
  }

  private Site scheduler() {
    String root = "yarn.scheduler.capacity.root.";
    return new Site()
        .set(root + "queues", "default")
        .set(root + "default.capacity", 100)
        // vcores count, not memory alone
        .set(
            "yarn.scheduler.capacity.resource-calculator",
            "org.apache.hadoop.yarn.util.resource.DominantResourceCalculator")
        // on a small cluster one application master is more than Hadoop's tenth
        .set("yarn.scheduler.capacity.maximum-am-resource-percent", 0.5);
  }
}
