package org.kiramr.oozie.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileUtil;
import org.apache.oozie.client.OozieClient;
import org.apache.oozie.client.OozieClientException;

/**
 * An Oozie server: Oozie's own, a process of its own, its store in its memory, reached by HTTP. It
 * ends with this JVM, however that ends, and what still runs of the cluster then ends with it.
 */
public final class OozieServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int END_SECONDS = 20;

  /** Of its output in a message. */
  private static final int LINES = 50;

  private final OozieSite site;
  private final Process process;

  private OozieServer(OozieSite site, Process process) {
    this.site = site;
    this.process = process;
  }

  /**
   * Starts a server and waits until it takes jobs.
   *
   * @param directory for its files; written anew
   * @param hadoopConfiguration a directory with the cluster's client configuration
   * @param mailPort where it sends e-mail
   * @param mark in the command lines of the processes that are to end with this JVM
   * @throws IOException if it does not come up; it is gone then
   */
  static OozieServer start(Path directory, Path hadoopConfiguration, int mailPort, String mark)
      throws IOException, InterruptedException {
    FileUtil.fullyDelete(directory.toFile());
    OozieSite site = new OozieSite(directory, freePort(), mailPort);
    site.write(hadoopConfiguration);
    OozieServer server = new OozieServer(site, process(site, mark).start());
    try {
      server.awaitNormal();
      return server;
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static ProcessBuilder process(OozieSite site, String mark) {
    String classPath =
        String.join(
            ":", site.classes().toString(), ownClasses().toString(), ShareLib.serverJars() + "/*");
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Doozie.home.dir=" + site.directory(),
            "-Doozie.config.dir=" + site.configuration(),
            "-Doozie.data.dir=" + site.data(),
            "-Doozie.log.dir=" + site.logs(),
            "-cp",
            classPath,
            DiesWithParent.class.getName(),
            mark,
            "org.apache.oozie.server.EmbeddedOozieServer")
        .redirectErrorStream(true)
        .redirectOutput(site.logs().resolve("console.log").toFile());
  }

  private static Path ownClasses() {
    try {
      return Path.of(
          DiesWithParent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitNormal() throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!isNormal()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        List<String> said = Files.readAllLines(site.logs().resolve("console.log"));
        throw new IOException(
            "no Oozie server in %s%s; its logs: %s%n%s"
                .formatted(
                    PATIENCE,
                    process.isAlive() ? "" : ", it ended",
                    site.logs(),
                    String.join(
                        "\n", said.subList(Math.max(0, said.size() - LINES), said.size()))));
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private boolean isNormal() {
    try {
      OozieClient client = client();
      client.setRetryCount(1);
      return client.getSystemMode() == OozieClient.SYSTEM_MODE.NORMAL;
    } catch (OozieClientException e) {
      // Not yet there.
      return false;
    }
  }

  /** A client of it. */
  public OozieClient client() {
    return new OozieClient(site.url());
  }

  /** What clients ask. */
  public String url() {
    return site.url();
  }

  /** Its process. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
