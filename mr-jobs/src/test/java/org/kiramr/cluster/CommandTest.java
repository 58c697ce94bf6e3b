package org.kiramr.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
  @TempDir private Path directory;

  @Test
  void keepsWhatTheProcessLeft() throws Exception {
    CommandResult result =
        shell(
                "cat; echo $HOME_OF_X; pwd; echo application_17_0001, job_17_0001, job_17_0002 >&2; exit 3")
            .with("HOME_OF_X", "there")
            .in(directory)
            .run();

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).isEqualTo("there\n" + directory.toRealPath() + "\n");
    assertThat(result.applications()).containsExactly("application_17_0001", "application_17_0002");
  }

  @Test
  void endsTheProcessAndItsChildrenWhenTimeIsUp() {
    String mark = "86399.25";
    Command command = shell("sleep " + mark + " & wait").within(Duration.ofMillis(300));

    assertThatThrownBy(command::run).isInstanceOf(AssertionError.class).hasMessageContaining(mark);

    assertThat(ProcessHandle.allProcesses().filter(ProcessHandle::isAlive))
        .noneMatch(process -> process.info().commandLine().orElse("").contains("sleep " + mark));
  }

  private static Command shell(String script) {
    return Command.of(List.of("/bin/sh", "-c", script));
  }
}
