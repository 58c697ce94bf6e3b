package org.kiramr.oozie.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kiramr.cluster.BuildOutput;

/** No server is left behind, nor a container. */
@ExtendWith(OozieExtension.class)
class OozieServerIT {
  private static final int SECONDS = 30;

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
      String pid = said.readLine();
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

  private static Path directory(String name) {
    return BuildOutput.directory().resolve("oozie-" + name);
  }
}
