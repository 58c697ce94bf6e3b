package org.kiramr.oozie.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kiramr.cluster.BuildOutput;

/** No server is left behind, nor a container. */
@ExtendWith(OozieExtension.class)
class OozieServerIT {
  private static final int SECONDS = 30;

  /** More than the server's start is waited for by its parent. */
  private static final Duration START = Duration.ofMinutes(3);

  @Test
  void endsWhenItIsClosed(Observatory observatory) throws Exception {
    ProcessHandle process;
    try (OozieServer server =
        OozieServer.start(
            directory("closed"),
            observatory.hadoop().clientConfiguration(),
            observatory.mailbox().port(),
            "no-such-mark")) {
      process = server.handle();
      assertThat(process.isAlive()).isTrue();
    }
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void endsWithItsParentEvenIfThatIsKilled(Observatory observatory) throws Exception {
    String mark = "container-of-" + ProcessHandle.current().pid();
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                // Its log would overwrite this JVM's.
                "-Dlog4j.defaultInitOverride=true",
                "-Dbasedir=" + System.getProperty("basedir"),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                StartsServer.class.getName(),
                directory("orphaned").toString(),
                observatory.hadoop().clientConfiguration().toString(),
                mark)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // Reads until this test writes, which it never does: a container that would go on.
    Process container = new ProcessBuilder("/bin/sh", "-c", "read line", mark).start();
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(parent.getInputStream(), UTF_8))) {
      String pid = line(parent, said);
      assertThat(pid).as("no server, see " + directory("orphaned")).isNotNull();
      ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
      assertThat(container.isAlive()).isTrue();

      parent.destroyForcibly();

      assertThat(server.onExit().get(SECONDS, TimeUnit.SECONDS).isAlive()).isFalse();
      assertThat(container.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      parent.destroyForcibly();
      container.destroyForcibly();
    }
  }

  /** The first line that a process says; null if it ends before. A read by itself has no limit. */
  private static String line(Process process, BufferedReader said) throws Exception {
    Instant end = Instant.now().plus(START);
    while (process.isAlive() && !said.ready()) {
      assertThat(Instant.now()).as("nothing said in %s", START).isBefore(end);
      TimeUnit.MILLISECONDS.sleep(200);
    }
    return said.readLine();
  }

  private static Path directory(String name) {
    return BuildOutput.directory().resolve("oozie-" + name);
  }
}
