package org.kiramr.bench.cluster;

/** Hadoop's daemons, with the classes that their scripts start. */
enum DaemonKind {
  NAME_NODE("namenode", "org.apache.hadoop.hdfs.server.namenode.NameNode"),
  DATA_NODE("datanode", "org.apache.hadoop.hdfs.server.datanode.DataNode"),
  RESOURCE_MANAGER(
      "resourcemanager", "org.apache.hadoop.yarn.server.resourcemanager.ResourceManager"),
  NODE_MANAGER("nodemanager", "org.apache.hadoop.yarn.server.nodemanager.NodeManager"),
  HISTORY_SERVER("historyserver", "org.apache.hadoop.mapreduce.v2.hs.JobHistoryServer");

  private final String command;
  private final String mainClass;

  DaemonKind(String command, String mainClass) {
    this.command = command;
    this.mainClass = mainClass;
  }

  /** What Hadoop's scripts call it. */
  String command() {
    return command;
  }

  String mainClass() {
    return mainClass;
  }
}
