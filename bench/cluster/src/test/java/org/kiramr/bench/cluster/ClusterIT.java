package org.kiramr.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole life of a cluster of two nodes, through the scripts that users run. */
class ClusterIT {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final Path BENCH = MODULE.getParent();
  private static final Path CLUSTER = BENCH.resolve("bin/cluster");
  private static final Path KIRA = BENCH.resolveSibling("mr-jobs/bin/kira");
  private static final Pattern CONTAINER = Pattern.compile("container_\\d+_\\d+_\\d+_\\d+");

  @TempDir private Path folder;
  private final Path directory = MODULE.resolve("target/it-cluster");
  private final Shell local = Shell.withoutCluster();
  private final Shell remote = Shell.onCluster(directory.resolve("conf"));

  @AfterEach
  void stopWhatIsLeft() throws Exception {
    new MarkedProcesses(directory).end(Duration.ZERO);
  }

  @Test
  void runsJobsInProcessesOfTheirOwnAndLeavesNothing() throws Exception {
    Shell.Result start = cluster("start", "--nodes", "2", "--cores", "2");
    assertThat(start.exitCode()).as(start.printed()).isZero();
    Map<String, Long> daemons = daemons();
    assertThat(daemons)
        .containsOnlyKeys(
            "namenode",
            "datanode-1",
            "datanode-2",
            "resourcemanager",
            "nodemanager-1",
            "nodemanager-2",
            "historyserver");
    assertThat(new TreeSet<>(daemons.values())).hasSize(7);
    assertThat(cluster("start").printed()).contains("a cluster is running in " + directory);
    assertThat(cluster("status").exitCode()).isZero();

    Path sky = folder.resolve("sky");
    run(local, KIRA, "simulate", "-o", sky, "--frames", "2", "--bands", "gr", "--size", "256x256");
    run(remote, CLUSTER, "fs", "-put", sky, "/sky");
    run(local, KIRA, "extract", "-i", sky, "-o", folder.resolve("here"));
    Map<String, ProcessHandle> containers = extractOnCluster();
    assertThat(containers).as("an application master and maps").hasSizeGreaterThan(2);
    assertThat(containers.values()).extracting(ProcessHandle::pid).doesNotHaveDuplicates();
    run(remote, CLUSTER, "fs", "-get", "/catalogue/fields", folder.resolve("fields"));
    assertThat(rows(folder.resolve("fields"))).isEqualTo(rows(folder.resolve("here/fields")));

    ProcessHandle.of(daemons.get("nodemanager-1")).orElseThrow().destroyForcibly();
    Shell.Result status = cluster("status");
    assertThat(status.exitCode()).isEqualTo(1);
    assertThat(status.printed()).containsPattern("nodemanager-1 +\\d+  dead");

    Shell.Result stop = cluster("stop");
    assertThat(stop.exitCode()).as(stop.printed()).isZero();
    assertThat(directory).doesNotExist();
    assertThat(processesNaming(directory)).isEmpty();
    assertThat(cluster("stop").printed()).startsWith("no cluster in " + directory);
  }

  /** Runs the job and watches it: the processes of its containers, by the containers' names. */
  private Map<String, ProcessHandle> extractOnCluster() throws Exception {
    Path log = folder.resolve("extract.log");
    Process job =
        remote.start(log, KIRA, "extract", "-i", "/sky", "-o", "/catalogue", "--one-file-per-map");
    MarkedProcesses processes = new MarkedProcesses(directory);
    Map<String, ProcessHandle> containers = new TreeMap<>();
    while (job.isAlive()) {
      for (ProcessHandle process : processes.find()) {
        Matcher name = CONTAINER.matcher(commandLine(process.pid()));
        if (name.find() && commandLine(process.pid()).contains("/bin/java\0")) {
          containers.put(name.group(), process);
        }
      }
      Thread.sleep(50);
    }
    assertThat(job.exitValue()).as(Files.readString(log)).isZero();
    return containers;
  }

  private Shell.Result cluster(String command, String... options) throws Exception {
    Stream<String> words = Stream.of(CLUSTER.toString(), command, "--directory", directory + "");
    Object[] all = Stream.concat(words, Stream.of(options)).toArray();
    return local.run(folder.resolve("cluster.log"), all);
  }

  private void run(Shell shell, Object... words) throws Exception {
    Shell.Result result = shell.run(folder.resolve("command.log"), words);
    assertThat(result.exitCode()).as(result.printed()).isZero();
  }

  private Map<String, Long> daemons() throws IOException {
    return Files.readAllLines(directory.resolve("pids")).stream()
        .map(line -> line.split(" ", -1))
        .collect(Collectors.toMap(words -> words[0], words -> Long.valueOf(words[1])));
  }

  /** The rows of all parts of a table: with them the fields' digests. */
  private static List<String> rows(Path table) throws IOException {
    try (Stream<Path> parts = Files.list(table)) {
      List<Path> files = parts.filter(part -> part.toString().endsWith(".ecsv")).toList();
      TreeSet<String> rows = new TreeSet<>();
      for (Path file : files) {
        Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).forEach(rows::add);
      }
      assertThat(rows).as("a line of names and a field").hasSizeGreaterThan(1);
      return List.copyOf(rows);
    }
  }

  private static List<String> processesNaming(Path path) {
    return ProcessHandle.allProcesses()
        .map(process -> commandLine(process.pid()))
        .filter(line -> line.contains(path.toString()))
        .toList();
  }

  private static String commandLine(long pid) {
    try {
      return Files.readString(
          Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // it ended
      return "";
    }
  }
}
