package org.kiramr.bench.measure;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some processes and all that they started, as far as it lives. */
final class ProcessTree {
  private ProcessTree() {}

  /** The roots that are there and all their descendants, among processes. */
  static List<ProcessStat> of(Collection<Long> roots, Collection<ProcessStat> processes) {
    Map<Long, List<ProcessStat>> children = new HashMap<>();
    List<ProcessStat> members = new ArrayList<>();
    for (ProcessStat process : processes) {
      children.computeIfAbsent(process.parent(), parent -> new ArrayList<>()).add(process);
      if (roots.contains(process.pid())) {
        members.add(process);
      }
    }
    Deque<ProcessStat> open = new ArrayDeque<>(members);
    while (!open.isEmpty()) {
      for (ProcessStat child : children.getOrDefault(open.pop().pid(), List.of())) {
        if (!members.contains(child)) {
          members.add(child);
          open.add(child);
        }
      }
    }
    return members;
  }

  /** The same among all processes of the machine, now. */
  static List<ProcessStat> of(Collection<Long> roots) throws IOException {
    return of(roots, ProcFs.processes());
  }

  /** What a tree has used so far, with what its members have inherited from ended children. */
  static Usage usage(Collection<ProcessStat> members) throws IOException {
    Usage usage = Usage.NONE;
    for (ProcessStat member : members) {
      double cpu = (member.ownTicks() + member.childTicks()) / ProcFs.TICKS;
      usage = usage.plus(new Usage(cpu, 0, 0)).plus(ProcFs.io(member.pid()));
    }
    return usage;
  }
}
