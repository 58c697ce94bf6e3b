package org.kiramr.bench.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A set of CPUs by their numbers, written as {@code taskset} takes it: {@code 0,2-3}. Immutable,
 * never empty.
 */
final class CpuList {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
  private static final Pattern ALLOWED = Pattern.compile("(?m)^Cpus_allowed_list:\\s*(\\S+)$");

  private final NavigableSet<Integer> cpus;

  private CpuList(NavigableSet<Integer> cpus) {
    this.cpus = Collections.unmodifiableNavigableSet(cpus);
  }

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException if it is none
   */
  static CpuList parse(String text) {
    NavigableSet<Integer> cpus = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      Matcher range = RANGE.matcher(part);
      if (!range.matches()) {
        throw new IllegalArgumentException("not a list of CPUs, as 0,2-3 is: " + text);
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      if (last < first) {
        throw new IllegalArgumentException("a range of CPUs that ends before it begins: " + part);
      }
      IntStream.rangeClosed(first, last).forEach(cpus::add);
    }
    return new CpuList(cpus);
  }

  /** The CPUs that this process may run on. */
  static CpuList available() throws IOException {
    String status = Files.readString(Path.of("/proc/self/status"));
    Matcher allowed = ALLOWED.matcher(status);
    if (!allowed.find()) {
      throw new IOException("/proc/self/status does not say which CPUs this process may run on");
    }
    return parse(allowed.group(1));
  }

  int size() {
    return cpus.size();
  }

  /** The lowest of them, at most as many as there are; at least one. */
  CpuList first(int count) {
    return new CpuList(
        cpus.stream().limit(Math.max(1, count)).collect(Collectors.toCollection(TreeSet::new)));
  }

  boolean containsAll(CpuList others) {
    return cpus.containsAll(others.cpus);
  }

  @Override
  public String toString() {
    return cpus.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
