package org.kiramr.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessStatTest {
  private static final String LINE =
      "4711 (a) b (c) S 17 4711 4711 0 -1 4194304 100 0 0 0 11 22 33 44 20 0 1 0 2373796 3133440 388";

  @Test
  void readsTimesBehindANameWithParentheses() {
    ProcessStat stat = ProcessStat.parse(LINE);
    assertThat(stat).isEqualTo(new ProcessStat(4711, 17, 2373796, 'S', 33, 77));
    assertThat(stat.isZombie()).isFalse();
  }

  @Test
  void refusesOtherText() {
    assertThatThrownBy(() -> ProcessStat.parse("nothing"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsBytesOfCallsNotOfDisks() {
    Usage usage = ProcFs.parseIo("rchar: 5\nwchar: 7\nsyscr: 1\nread_bytes: 9\nwrite_bytes: 11\n");
    assertThat(usage).isEqualTo(new Usage(0, 5, 7));
  }

  @Test
  void aTreeIsARootWithAllBelow() {
    ProcessStat root = process(1, 0);
    ProcessStat child = process(2, 1);
    ProcessStat grandchild = process(3, 2);
    ProcessStat stranger = process(4, 0);
    List<ProcessStat> all = List.of(grandchild, stranger, child, root);
    assertThat(ProcessTree.of(Set.of(1L), all)).containsExactlyInAnyOrder(root, child, grandchild);
    assertThat(ProcessTree.of(Set.of(1L, 2L), all)).hasSize(3);
    assertThat(ProcessTree.of(Set.of(9L), all)).isEmpty();
  }

  private static ProcessStat process(long pid, long parent) {
    return new ProcessStat(pid, parent, 0, 'S', 0, 0);
  }

  @Test
  void readsListsOfCores() {
    assertThat(Cores.parse("0-2,5")).containsExactly(0, 1, 2, 5);
    assertThat(Cores.parse("3")).containsExactly(3);
  }
}
