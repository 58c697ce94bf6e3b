package org.kiramr.cluster;

import java.nio.file.Path;

/** Where the build puts what the integration tests run, those of other modules too. */
public final class BuildOutput {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

  /** This module; tests of another one say where it is. */
  private static final Path MR_JOBS =
      Path.of(System.getProperty("kira.mr-jobs", MODULE.toString())).normalize();

  private BuildOutput() {}

  /** The build directory of the module whose tests run: all that they write is below it. */
  public static Path directory() {
    return MODULE.resolve("target");
  }

  /** The job jar. */
  public static Path jobJar() {
    return built("kira-mr.jar");
  }

  /** The jars of a Hadoop client, at Hadoop's own versions, nothing of this project. */
  public static Path hadoopClient() {
    return built("hadoop-client");
  }

  /** The jars that a node of a cluster has beyond {@link #hadoopClient()}. */
  public static Path hadoopCluster() {
    return built("hadoop-cluster");
  }

  /** The launcher, {@code bin/kira}. */
  public static Path launcher() {
    return MR_JOBS.resolve("bin").resolve("kira");
  }

  private static Path built(String name) {
    return MR_JOBS.resolve("target").resolve(name);
  }
}
