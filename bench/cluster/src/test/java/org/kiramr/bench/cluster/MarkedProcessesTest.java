package org.kiramr.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MarkedProcessesTest {
  @TempDir private Path directory;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void kill() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void endsItsOwnAndTheirChildrenAndNobodyElses() throws Exception {
    Process own = start(directory, "sleep 300 & sleep 300");
    Process other = start(directory.resolve("other"), "exec sleep 300");
    Process longer = start(Path.of(directory + "-2"), "exec sleep 300");
    MarkedProcesses processes = new MarkedProcesses(directory);
    awaitCount(processes, 3);

    int killed = processes.end(Duration.ofSeconds(30));

    assertThat(killed).isZero();
    assertThat(own.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(processes.find()).isEmpty();
    assertThat(other.isAlive()).isTrue();
    assertThat(longer.isAlive()).isTrue();
  }

  @Test
  void killsThoseThatDoNotListen() throws Exception {
    start(directory, "trap '' TERM; while true; do sleep 300 & wait; done");
    MarkedProcesses processes = new MarkedProcesses(directory);
    awaitCount(processes, 2);

    assertThat(processes.end(Duration.ofMillis(300))).isPositive();
    assertThat(processes.find()).isEmpty();
  }

  /** Until the shell's children have come up, too. */
  private static void awaitCount(MarkedProcesses processes, int count) throws InterruptedException {
    while (processes.find().size() < count) {
      Thread.sleep(20);
    }
  }

  private Process start(Path mark, String script) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", script);
    builder.environment().put(MarkedProcesses.VARIABLE, mark.toString());
    Process process = builder.start();
    started.add(process);
    return process;
  }
}
