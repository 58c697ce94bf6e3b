package org.kiramr.bench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiramr.bench.engine.Engine;
import org.kiramr.bench.engine.Shell;

/** Makes engines ready, and notes the versions of all that does the work. */
final class ToolVersions {
  private static final Pattern LINE = Pattern.compile("([A-Za-z][A-Za-z0-9_.-]*);?\\s+(\\S.*)");

  private final Map<String, String> versions = new TreeMap<>();

  /** Asks the machine: compiler, libraries of the C programs, the commit that is checked out. */
  void askMachine(Path checkout) throws InterruptedException {
    note("gcc", "cc", "-dumpfullversion");
    for (String library : List.of("libsep0", "libcfitsio10", "libcfitsio-dev", "libwcs7")) {
      note("debian " + library, "dpkg-query", "-W", "-f", "${Version}", library);
    }
    String git = checkout.toString();
    note("commit", "git", "-C", git, "rev-parse", "HEAD");
    Shell.ask("git", "-C", git, "status", "--porcelain", "--untracked-files=no")
        .ifPresent(changes -> versions.put("commit dirty", Boolean.toString(!changes.isEmpty())));
  }

  private void note(String name, String... command) throws InterruptedException {
    Shell.ask(command).filter(said -> !said.isEmpty()).ifPresent(said -> versions.put(name, said));
  }

  /**
   * Runs the engine's preparation; the lines {@code name version} that it prints are noted.
   *
   * @throws IOException if the engine cannot run here
   */
  void prepare(Engine engine) throws IOException, InterruptedException {
    String said;
    try {
      said = Shell.run(engine.preparation(), engine.environment());
    } catch (IOException e) {
      throw new IOException("engine " + engine.name() + " cannot run here: " + e.getMessage(), e);
    }
    said.lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> note(engine, line.group(1), line.group(2).strip()));
  }

  /** Engines may bring versions of their own: Spark has another Hadoop client than MapReduce. */
  private void note(Engine engine, String name, String version) {
    String known = versions.putIfAbsent(name, version);
    if (known != null && !known.equals(version)) {
      versions.put(name + " of " + engine.name(), version);
    }
  }

  Map<String, String> all() {
    return versions;
  }
}
