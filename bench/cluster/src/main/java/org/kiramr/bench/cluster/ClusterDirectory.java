package org.kiramr.bench.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The directory that holds all that a cluster writes. A file in it, {@value #MARKER}, says that it
 * is a cluster's: only then is anything in it deleted.
 */
final class ClusterDirectory {
  static final String MARKER = "kira-cluster.properties";

  /** Hadoop's settings take lists, variables and URIs apart at other characters. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/+@=~-]+");

  private static final String LOGS = "logs";

  private final Path path;

  private ClusterDirectory(Path path) {
    this.path = path;
  }

  /**
   * A directory that need not exist yet.
   *
   * @throws IllegalArgumentException if Hadoop's settings cannot hold its path
   */
  static ClusterDirectory at(Path path) throws IOException {
    Path real = real(path.toAbsolutePath().normalize());
    requirePlain(real);
    return new ClusterDirectory(real);
  }

  /**
   * @throws IllegalArgumentException if Hadoop's settings cannot hold the path
   */
  static void requirePlain(Path path) {
    if (!PLAIN.matcher(path.toString()).matches()) {
      throw new IllegalArgumentException(
          "Hadoop's settings cannot hold this path (letters, digits and . _ / + @ = ~ - only): "
              + path);
    }
  }

  /** The path with symbolic links followed, as far as it exists. */
  private static Path real(Path path) throws IOException {
    if (Files.exists(path) || path.getParent() == null) {
      return path.toRealPath();
    }
    return real(path.getParent()).resolve(path.getFileName());
  }

  Path path() {
    return path;
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  /** What clients take as {@code HADOOP_CONF_DIR}. */
  Path clientConfiguration() {
    return resolve("conf");
  }

  Path daemonConfiguration() {
    return resolve("daemon-conf");
  }

  /** Blocks of HDFS and local files of containers of a node, counted from 1. */
  Path node(int node) {
    return resolve("node-" + node);
  }

  Path temporary() {
    return resolve("tmp");
  }

  Path logs() {
    return resolve(LOGS);
  }

  Path log(Daemon daemon) {
    return logs().resolve(daemon.name() + ".log");
  }

  /** One line a daemon: its name and its process id. */
  Path pids() {
    return resolve("pids");
  }

  Path marker() {
    return resolve(MARKER);
  }

  boolean exists() {
    return Files.isDirectory(path);
  }

  /**
   * Checks that the directory is a cluster's, or can become one.
   *
   * @throws ClusterException if somebody else's files are there
   */
  void requireOwn() throws IOException, ClusterException {
    if (Files.exists(marker()) || !Files.exists(path)) {
      return;
    }
    if (!exists()) {
      throw new ClusterException(path + " is not a directory");
    }
    try (Stream<Path> entries = Files.list(path)) {
      if (entries.findAny().isPresent()) {
        throw new ClusterException(
            path + " is not a cluster's: it is not empty and has no " + MARKER);
      }
    }
  }

  /**
   * Makes the directory a cluster's and keeps others out until the lock is closed.
   *
   * @throws ClusterException if it is somebody else's, or being started or stopped now
   */
  FileChannel lock() throws IOException, ClusterException {
    requireOwn();
    Files.createDirectories(path);
    FileChannel channel =
        FileChannel.open(marker(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw new ClusterException("the cluster in " + path + " is being started or stopped");
    }
    return channel;
  }

  /** Deletes all but the marker. */
  void clear() throws IOException {
    deleteExcept(List.of(marker()));
  }

  /** Deletes all but the daemons' and containers' logs, and what says whose they are. */
  void deleteAllButLogs() throws IOException {
    deleteExcept(List.of(marker(), logs()));
  }

  /** Deletes it; the marker last, so that what could not be deleted is still a cluster's. */
  void delete() throws IOException {
    clear();
    Files.deleteIfExists(marker());
    Files.deleteIfExists(path);
  }

  private void deleteExcept(List<Path> kept) throws IOException {
    List<Path> entries;
    try (Stream<Path> list = Files.list(path)) {
      entries = list.filter(entry -> !kept.contains(entry)).toList();
    } catch (NoSuchFileException e) {
      return;
    }
    for (Path entry : entries) {
      Files.walkFileTree(entry, new Deleter());
    }
  }

  /** Deletes a tree; links, not what they point to. */
  private static final class Deleter extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
