package org.kiramr.cluster;

import java.nio.file.Path;

/** Where the build puts what the integration tests run. */
public final class BuildOutput {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

  private BuildOutput() {}

  /** The build directory of this module: all that tests write is below it. */
  public static Path directory() {
    return MODULE.resolve("target");
  }

  /** The job jar. */
  public static Path jobJar() {
    return directory().resolve("kira-mr.jar");
  }

  /** The jars of a Hadoop client, at Hadoop's own versions, nothing of this project. */
  public static Path hadoopClient() {
    return directory().resolve("hadoop-client");
  }

  /** The jars that a node of a cluster has beyond {@link #hadoopClient()}. */
  public static Path hadoopCluster() {
    return directory().resolve("hadoop-cluster");
  }

  /** The launcher, {@code bin/kira}. */
  public static Path launcher() {
    return MODULE.resolve("bin").resolve("kira");
  }
}
