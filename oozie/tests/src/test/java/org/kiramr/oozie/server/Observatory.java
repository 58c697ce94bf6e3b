package org.kiramr.oozie.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.oozie.client.OozieClient;
import org.apache.oozie.client.OozieClientException;
import org.kiramr.cluster.BuildOutput;
import org.kiramr.cluster.Command;
import org.kiramr.cluster.CommandResult;
import org.kiramr.cluster.MiniHadoop;
import org.kiramr.jobs.extract.RunOutput;

/**
 * A cluster, an Oozie server, and the application on both, put there by {@code oozie-deploy}: all
 * that an operator has. Tests share one and keep apart by their directories on HDFS. Thread-safe.
 */
public final class Observatory {
  private static final Path CHECKOUT = BuildOutput.directory().resolve("../../..").normalize();
  private static final String APPLICATION = "/apps/kira";
  private static final String LAUNCHER_OPTIONS =
      "-Djava.security.manager=allow " + MiniHadoop.SHORT_LIVED;

  private final MiniHadoop hadoop;
  private final OozieServer oozie;
  private final Mailbox mailbox;
  private final Properties defaults;

  private Observatory(MiniHadoop hadoop, OozieServer oozie, Mailbox mailbox, Properties defaults) {
    this.hadoop = hadoop;
    this.oozie = oozie;
    this.mailbox = mailbox;
    this.defaults = defaults;
  }

  /** Puts the application up. */
  static Observatory open(MiniHadoop hadoop, OozieServer oozie, Mailbox mailbox)
      throws IOException, InterruptedException {
    Path file = CHECKOUT.resolve("oozie/application/src/main/oozie/job.properties");
    Properties properties = oozie.client().createConfiguration();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    properties.putAll(
        Map.of(
            "nameNode",
            hadoop.fileSystem().getUri().toString(),
            "resourceManager",
            hadoop.resourceManager(),
            "application",
            "${nameNode}" + APPLICATION,
            // Small, soon, and at the first failure; a verification with one reduce task more.
            "launcherMemoryMb",
            "512",
            "launcherJavaOpts",
            LAUNCHER_OPTIONS,
            "extractOptions",
            "--max-rejects 0 --split-mb 64 --reducers 1",
            "verifyOptions",
            "--split-mb 64 --reducers 2",
            "retryMax",
            "0"));
    Observatory observatory = new Observatory(hadoop, oozie, mailbox, properties);
    observatory.deploy();
    return observatory;
  }

  private void deploy() throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(List.of(CHECKOUT.resolve("oozie/bin/oozie-deploy").toString()));
    words.addAll(List.of("--oozie", oozie.url()));
    for (String name : List.of("nameNode", "resourceManager", "application")) {
      words.add("-D");
      words.add(name + "=" + defaults.getProperty(name));
    }
    CommandResult result =
        Command.of(words).with("HADOOP_CONF_DIR", hadoop.clientConfiguration().toString()).run();
    assertThat(result.exitCode()).as(result::describe).isZero();
    assertThat(result.out()).contains("oozie job -oozie " + oozie.url());
  }

  /** The cluster. */
  public MiniHadoop hadoop() {
    return hadoop;
  }

  /** The server. */
  public OozieServer oozie() {
    return oozie;
  }

  /** The mail that the server sent. */
  public Mailbox mailbox() {
    return mailbox;
  }

  /** The cluster's HDFS. */
  public FileSystem hdfs() {
    return hadoop.fileSystem();
  }

  /** A path on HDFS with scheme and authority. */
  public String uri(String path) {
    return hdfs().makeQualified(new org.apache.hadoop.fs.Path(path)).toString();
  }

  /**
   * What is submitted: the application's {@code job.properties} and these.
   *
   * @param kind what is started, such as {@link OozieClient#APP_PATH}
   * @param definition its path in the application
   */
  public Properties properties(String kind, String definition, Map<String, String> more) {
    Properties properties = new Properties();
    properties.putAll(defaults);
    properties.setProperty(kind, "${application}/" + definition);
    properties.putAll(more);
    return properties;
  }

  /** Starts the workflow of one night. */
  public WorkflowRun extract(Map<String, String> more) throws OozieClientException {
    return WorkflowRun.submit(oozie, properties(OozieClient.APP_PATH, "extract", more));
  }

  /** Starts a verification. */
  public WorkflowRun verify(Map<String, String> more) throws OozieClientException {
    return WorkflowRun.submit(oozie, properties(OozieClient.APP_PATH, "verify", more));
  }

  /** Copies a local file or directory to HDFS, below a directory that is made. */
  public void upload(Path local, String directory) throws IOException {
    hdfs().mkdirs(new org.apache.hadoop.fs.Path(directory));
    hdfs()
        .copyFromLocalFile(
            false,
            true,
            new org.apache.hadoop.fs.Path(local.toUri()),
            new org.apache.hadoop.fs.Path(directory));
  }

  /** Copies the files of a local directory to one on HDFS. */
  public void uploadFiles(Path local, String directory) throws IOException {
    try (Stream<Path> files = Files.list(local)) {
      for (Path file : files.sorted().toList()) {
        upload(file, directory);
      }
    }
  }

  /** Makes an empty file. */
  public void touch(String path) throws IOException {
    hdfs().create(new org.apache.hadoop.fs.Path(path)).close();
  }

  /** Removes a file, or a directory with all in it. */
  public void delete(String path) throws IOException {
    assertThat(hdfs().delete(new org.apache.hadoop.fs.Path(path), true)).as(path).isTrue();
  }

  /** Whether a path is there. */
  public boolean exists(String path) throws IOException {
    return hdfs().exists(new org.apache.hadoop.fs.Path(path));
  }

  /** A file's text. */
  public String text(String path) throws IOException {
    try (InputStream in = hdfs().open(new org.apache.hadoop.fs.Path(path))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /** The names in a directory, sorted. */
  public List<String> names(String directory) throws IOException {
    return Stream.of(hdfs().listStatus(new org.apache.hadoop.fs.Path(directory)))
        .map(status -> status.getPath().getName())
        .sorted()
        .toList();
  }

  /** Path, length and time of every file below a directory: what shows that nothing touched it. */
  public List<String> state(String directory) throws IOException {
    List<String> files = new ArrayList<>();
    var tree = hdfs().listFiles(new org.apache.hadoop.fs.Path(directory), true);
    while (tree.hasNext()) {
      FileStatus file = tree.next();
      files.add(file.getPath() + " " + file.getLen() + " " + file.getModificationTime());
    }
    return files.stream().sorted().toList();
  }

  /** A copy of an output of extract on the local file system. */
  public RunOutput output(String path) throws IOException {
    Path folder = Files.createDirectories(BuildOutput.directory().resolve("outputs"));
    Path copy = Files.createTempDirectory(folder, "output").resolve("copy");
    hdfs()
        .copyToLocalFile(
            new org.apache.hadoop.fs.Path(path), new org.apache.hadoop.fs.Path(copy.toUri()));
    return new RunOutput(copy);
  }
}
