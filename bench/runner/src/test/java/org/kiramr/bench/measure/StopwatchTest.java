package org.kiramr.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands whose use of CPU, memory and files is known beforehand. */
class StopwatchTest {
  @TempDir private Path folder;

  private Measurement run(String script, Duration limit) throws IOException, InterruptedException {
    TimedCommand command =
        new TimedCommand(
            List.of("/bin/sh", "-c", script),
            Map.of("HADOOP_CONF_DIR", "", "GIVEN", "yes"),
            Cores.allowed().subList(0, 1),
            folder.resolve("log"),
            limit);
    return new Stopwatch(Set.of()).run(command);
  }

  private Measurement run(String script) throws IOException, InterruptedException {
    return run(script, Duration.ofMinutes(1));
  }

  @Test
  void countsTheCpuOfChildrenThatHaveEnded() throws Exception {
    String child = "sh -c '" + Burner.SCRIPT + "'";
    Measurement measured = run(child + "; " + child);
    assertThat(measured.exitCode()).isZero();
    assertThat(measured.cpuSeconds()).isBetween(0.9, 1.6);
    assertThat(measured.wallSeconds()).isGreaterThan(0.9);
  }

  @Test
  void boundToOneCoreNothingUsesMore() throws Exception {
    String child = "sh -c '" + Burner.SCRIPT + "' & ";
    Measurement measured = run(child + child + "wait");
    assertThat(measured.cpuSeconds()).isBetween(0.9, 1.05 * measured.wallSeconds());
  }

  @Test
  void countsTheCpuOfAnOrphanThatNobodyWaitsFor() throws Exception {
    // its parent goes before it is done: the kernel adds its time to nobody's account
    Path done = folder.resolve("done");
    Path script = Files.writeString(folder.resolve("orphan"), Burner.SCRIPT + "; touch " + done);
    Measurement measured =
        run(
            "sh -c 'sh %s & sleep 0.3'; while [ ! -e %s ]; do sleep 0.1; done"
                .formatted(script, done));
    assertThat(measured.cpuSeconds()).isBetween(0.2, 1.0);
  }

  @Test
  void countsBytesReadAndWrittenByChildren() throws Exception {
    Path file = folder.resolve("bytes");
    Measurement measured =
        run(
            "dd if=/dev/zero of="
                + file
                + " bs=65536 count=160 2>/dev/null; cat "
                + file
                + " > /dev/null");
    long bytes = Files.size(file);
    assertThat(bytes).isEqualTo(160L << 16);
    // once from /dev/zero, once from the file; the rest is what programs read to start
    assertThat(measured.readBytes()).isBetween(2 * bytes, 2 * bytes + (1 << 20));
    assertThat(measured.writtenBytes()).isBetween(2 * bytes, 2 * bytes + (1 << 20));
  }

  @Test
  void seesThePeakOfMemoryOfTheWholeTree() throws Exception {
    // two that fill a buffer of that size each, and hold it while nobody reads the pipe
    String hold = "dd if=/dev/zero bs=64M count=1 2>/dev/null | sleep 1 & ";
    Measurement measured = run(hold + hold + "wait");
    assertThat(measured.peakMemoryBytes()).isBetween(128L << 20, 160L << 20);
  }

  @Test
  void tellsTheExitCodeAndKeepsWhatWasPrinted() throws Exception {
    Measurement measured = run("echo out; echo \"$GIVEN ${HADOOP_CONF_DIR-none}\" >&2; exit 7");
    assertThat(measured.exitCode()).isEqualTo(7);
    assertThat(measured.timedOut()).isFalse();
    assertThat(Files.readAllLines(folder.resolve("log"))).containsExactly("out", "yes none");
  }

  @Test
  void killsWhatDoesNotEndInTime() throws Exception {
    Measurement measured = run("sleep 100 & sleep 100", Duration.ofMillis(500));
    assertThat(measured.timedOut()).isTrue();
    assertThat(measured.exitCode()).isNotZero();
    assertThat(measured.wallSeconds()).isBetween(0.4, 20.0);
  }

  @Test
  void findsAndKillsProcessesThatOutliveTheCommand() throws Exception {
    Measurement measured = run("setsid sleep 100 > /dev/null 2>&1 & sleep 0.2");
    assertThat(measured.exitCode()).isZero();
    assertThat(measured.leftProcesses()).isEqualTo(1);
  }
}
