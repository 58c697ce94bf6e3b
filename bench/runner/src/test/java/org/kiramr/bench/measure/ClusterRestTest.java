package org.kiramr.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterRestTest {
  private static final ProcessStat DAEMON = process(10);
  private static final ProcessStat CONTAINER = process(20);

  private static ProcessStat process(long pid) {
    return new ProcessStat(pid, 1, 0, 'S', 0, 0);
  }

  @Test
  void oneLookWithoutOthersIsRest() throws Exception {
    Deque<List<ProcessStat>> looks =
        new ArrayDeque<>(
            List.of(
                List.of(DAEMON, CONTAINER),
                List.of(DAEMON),
                // a command that the daemon runs for a moment
                List.of(DAEMON, process(30))));
    new ClusterRest(List.of(DAEMON), looks::remove).await(Duration.ofSeconds(30));
    assertThat(looks).hasSize(1);
  }

  @Test
  void whatStaysIsNamed() {
    ClusterRest rest = new ClusterRest(List.of(DAEMON), () -> List.of(DAEMON, CONTAINER));
    assertThatThrownBy(() -> rest.await(Duration.ofMillis(1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("1 processes")
        .hasMessageEndingWith("[20]");
  }
}
