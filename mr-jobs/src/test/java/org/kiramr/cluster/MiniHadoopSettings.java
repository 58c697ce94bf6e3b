package org.kiramr.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * Configurations of the mini cluster: the daemons', and the one its clients have, which is what an
 * administrator would write into the four {@code *-site.xml} files.
 */
final class MiniHadoopSettings {
  private static final String STAGING = "/staging";

  /** For tests of one job at a time; those of several say more. */
  private static final int NODE_MEMORY_MB = Integer.getInteger("kira.mini-hadoop.node-mb", 3072);

  private static final String MEMORY_CHECK = "yarn.nodemanager.pmem-check-enabled";

  /** Addresses that the daemons chose when they started. */
  private static final List<String> ADDRESSES =
      List.of(
          "fs.defaultFS",
          "yarn.resourcemanager.address",
          "yarn.resourcemanager.scheduler.address",
          "yarn.resourcemanager.admin.address",
          "yarn.resourcemanager.webapp.address",
          "mapreduce.jobhistory.address",
          "mapreduce.jobhistory.webapp.address");

  /** The files and the prefixes of the keys that go there; the first that fits takes a key. */
  private static final Map<String, List<String>> SITES = sites();

  /** As in Hadoop's own configuration: the client's log goes to standard error. */
  private static final String LOG4J =
      """
      log4j.rootLogger=INFO, console
      log4j.appender.console=org.apache.log4j.ConsoleAppender
      log4j.appender.console.target=System.err
      log4j.appender.console.layout=org.apache.log4j.PatternLayout
      log4j.appender.console.layout.ConversionPattern=%d{ISO8601} %p %c{2}: %m%n
      """;

  private MiniHadoopSettings() {}

  private static Map<String, List<String>> sites() {
    Map<String, List<String>> sites = new LinkedHashMap<>();
    sites.put("core-site.xml", List.of("fs.", "hadoop."));
    sites.put("hdfs-site.xml", List.of("dfs."));
    sites.put("mapred-site.xml", List.of("mapreduce.", "yarn.app.mapreduce."));
    sites.put("yarn-site.xml", List.of("yarn."));
    return sites;
  }

  /** HDFS. */
  static Configuration daemons() {
    Configuration conf = new Configuration();
    conf.set("hadoop.tmp.dir", MiniHadoop.directory().resolve("tmp").toString());
    conf.setInt("dfs.replication", 2);
    conf.setInt("dfs.namenode.fs-limits.min-block-size", 4096);
    // A scheduler submits for others.
    String proxy = "hadoop.proxyuser." + System.getProperty("user.name");
    conf.set(proxy + ".hosts", "*");
    conf.set(proxy + ".groups", "*");
    return conf;
  }

  /** YARN, on an HDFS that runs. */
  static Configuration yarn(Configuration hdfs) {
    Configuration conf = new MemoryChecked(hdfs);
    conf.set("yarn.app.mapreduce.am.staging-dir", STAGING);
    conf.setInt("yarn.minicluster.yarn.nodemanager.resource.memory-mb", NODE_MEMORY_MB);
    conf.setInt("yarn.scheduler.minimum-allocation-mb", 256);
    conf.setBoolean("yarn.minicluster.control-resource-monitoring", true);
    conf.setBoolean(MEMORY_CHECK, true);
    // The node manager itself checks, and often: without control groups nothing else would.
    conf.setBoolean("yarn.nodemanager.resource.memory.enforced", false);
    conf.setInt("yarn.nodemanager.container-monitor.interval-ms", 500);
    // Address space is no memory.
    conf.setBoolean("yarn.nodemanager.vmem-check-enabled", false);
    // Oozie's launchers are application masters too, which wait for another's.
    conf.set("yarn.scheduler.capacity.maximum-am-resource-percent", "1");
    conf.setInt("yarn.resourcemanager.nodemanagers.heartbeat-interval-ms", 200);
    // Node managers stop at once, though they keep an application for as long as its logs.
    conf.setInt("yarn.nodemanager.process-kill-wait.ms", 0);
    conf.set(
        "yarn.nodemanager.admin-env",
        "MALLOC_ARENA_MAX=4,JAVA_HOME=" + System.getProperty("java.home"));
    // A laptop's full disk is not what is tested.
    conf.set(
        "yarn.nodemanager.disk-health-checker.max-disk-utilization-per-disk-percentage", "100");
    return conf;
  }

  /** Writes the clients' configuration. */
  static void writeClient(Configuration live, Path directory) throws IOException {
    Files.createDirectories(directory);
    Configuration conf = new Configuration(false);
    for (String key : ADDRESSES) {
      conf.set(key, live.get(key));
    }
    conf.setInt("dfs.replication", 2);
    conf.set("hadoop.tmp.dir", MiniHadoop.directory().resolve("client-tmp").toString());
    conf.set("mapreduce.framework.name", "yarn");
    conf.set("yarn.app.mapreduce.am.staging-dir", STAGING);
    conf.setInt("yarn.app.mapreduce.am.resource.mb", 512);
    conf.set("yarn.app.mapreduce.am.command-opts", "-Xmx384m " + MiniHadoop.SHORT_LIVED);
    conf.set("mapreduce.admin.map.child.java.opts", MiniHadoop.SHORT_LIVED);
    conf.set("mapreduce.admin.reduce.child.java.opts", MiniHadoop.SHORT_LIVED);
    conf.setInt("yarn.app.mapreduce.am.scheduler.heartbeat.interval-ms", 200);
    conf.setInt("mapreduce.client.completion.pollinterval", 200);
    conf.setInt("mapreduce.client.progressmonitor.pollinterval", 200);
    String classPath = BuildOutput.hadoopClient() + "/*," + BuildOutput.hadoopCluster() + "/*";
    conf.set("yarn.application.classpath", classPath);
    conf.set("mapreduce.application.classpath", classPath);
    // The mini cluster would hand the class path of this JVM, with the whole project, to the tasks.
    conf.setBoolean("yarn.is.minicluster", false);
    for (Map.Entry<String, List<String>> site : SITES.entrySet()) {
      writeSite(conf, site.getValue(), directory.resolve(site.getKey()));
    }
    Files.writeString(directory.resolve("log4j.properties"), LOG4J);
  }

  private static void writeSite(Configuration conf, List<String> prefixes, Path file)
      throws IOException {
    Configuration site = new Configuration(false);
    for (Map.Entry<String, String> entry : conf) {
      if (prefixes.stream().anyMatch(entry.getKey()::startsWith)) {
        site.set(entry.getKey(), entry.getValue());
        conf.unset(entry.getKey());
      }
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      site.writeXml(out);
    }
  }

  /**
   * Keeps the check that containers stay within their memory, as a real node does: the mini cluster
   * switches it off.
   */
  private static final class MemoryChecked extends Configuration {
    MemoryChecked(Configuration other) {
      super(other);
    }

    @Override
    public void setBoolean(String name, boolean value) {
      super.setBoolean(name, value || name.equals(MEMORY_CHECK));
    }
  }
}
