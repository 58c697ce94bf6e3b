package org.kiramr.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.kiramr.bench.measure.Cores;

/** What the machine is, in words that a reader of the report understands; no names of hosts. */
final class Machine {
  private static final double GIB_IN_KIB = 1 << 20;

  private Machine() {}

  /**
   * Its facts by name.
   *
   * @param data a place on the disk that matters
   */
  static Map<String, String> facts(Path data) throws IOException {
    Map<String, String> facts = new TreeMap<>();
    facts.put("processor", field("/proc/cpuinfo", "model name"));
    facts.put("architecture", System.getProperty("os.arch"));
    facts.put("cores", Integer.toString(Cores.allowed().size()));
    double memory = Double.parseDouble(field("/proc/meminfo", "MemTotal").replace("kB", ""));
    facts.put("memory", String.format(Locale.ROOT, "%.1f GiB", memory / GIB_IN_KIB));
    facts.put("kernel", System.getProperty("os.version"));
    facts.put("os", os());
    facts.put("disk", Files.getFileStore(data).type());
    return facts;
  }

  private static String field(String file, String name) throws IOException {
    try (var lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("0");
    }
  }

  private static String os() throws IOException {
    Path release = Path.of("/etc/os-release");
    if (!Files.exists(release)) {
      return System.getProperty("os.name");
    }
    try (var lines = Files.lines(release)) {
      return lines
          .filter(line -> line.startsWith("PRETTY_NAME="))
          .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
          .findFirst()
          .orElse(System.getProperty("os.name"));
    }
  }
}
