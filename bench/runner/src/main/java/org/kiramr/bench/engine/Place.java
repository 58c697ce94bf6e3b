package org.kiramr.bench.engine;

/** Where an engine works and where its files are. */
public enum Place {
  /** On this machine, in the local file system. */
  LOCAL,
  /** On YARN, in HDFS. */
  CLUSTER
}
