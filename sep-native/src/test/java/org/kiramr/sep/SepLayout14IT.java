package org.kiramr.sep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kiramr.ChildJvm;

/**
 * Every unit test of this module once more, with Debian 13's SEP 1.4.1. It needs a newer glibc than
 * Debian 12 has: Java is started through Debian 13's loader.
 */
class SepLayout14IT {
  private static final Path TRIXIE = Path.of("target", "trixie").toAbsolutePath();
  private static final Pattern TESTS = Pattern.compile("\\[ +(\\d+) tests (\\w+) +\\]");

  @Test
  void everyTestPassesWithSep14() throws Exception {
    Path libraries = fetch();
    Path javaHome = Path.of(System.getProperty("java.home"));
    List<String> command = new ArrayList<>();
    command.add(loader(libraries).toString());
    command.addAll(List.of("--argv0", ChildJvm.java(), "--library-path"));
    command.add(
        String.join(
            ":",
            libraries.toString(),
            javaHome.resolve("lib").toString(),
            javaHome.resolve("lib/server").toString(),
            Path.of("/usr/lib").resolve(libraries.getFileName()).toString()));
    command.add(ChildJvm.java());
    command.add("-D" + SepLibrary.LIBRARY_PROPERTY + "=" + libraries.resolve("libsep.so.0"));
    command.add("-Dkira.test.layout=" + SepLayout.V1_4);
    String data = System.getProperty("kira.shared.data");
    if (data != null) {
      command.add("-Dkira.shared.data=" + data);
    }
    // The tests' own child JVMs need the class path too.
    command.add("-Dsurefire.test.class.path=" + ChildJvm.classPath());
    command.addAll(
        List.of(
            "-cp",
            ChildJvm.classPath(),
            "org.junit.platform.console.ConsoleLauncher",
            "execute",
            "--select-package=org.kiramr.sep",
            "--include-classname=.*Test",
            "--details=tree",
            "--details-theme=ascii",
            "--disable-banner",
            "--disable-ansi-colors",
            "--fail-if-no-tests"));
    ChildJvm.Result result = ChildJvm.run(command);
    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(count(result.output(), "failed")).isZero();
    assertThat(count(result.output(), "successful")).as(result.output()).isGreaterThan(50);
    assertThat(result.output()).contains("theLibraryTellsWhatItIs() [OK]");
  }

  private static int count(String output, String outcome) {
    Matcher matcher = TESTS.matcher(output);
    while (matcher.find()) {
      if (matcher.group(2).equals(outcome)) {
        return Integer.parseInt(matcher.group(1));
      }
    }
    throw new AssertionError("no count of tests " + outcome + " in " + output);
  }

  /** The folder of Debian 13's libraries; without them, skips the test, or fails it in CI. */
  private static Path fetch() throws Exception {
    Path libsep = find("libsep.so.0");
    if (libsep == null) {
      ChildJvm.Result result =
          ChildJvm.run(List.of("sh", "src/test/scripts/fetch-trixie.sh", TRIXIE.toString()));
      libsep = find("libsep.so.0");
      if (result.exitCode() != 0 || libsep == null) {
        String message = "Debian 13's libsep0 and libc6 cannot be had: " + result.output();
        if ("true".equals(System.getenv("CI"))) {
          throw new AssertionError(message);
        }
        abort(message);
      }
    }
    return libsep.getParent();
  }

  private static Path find(String name) throws Exception {
    if (!Files.isDirectory(TRIXIE)) {
      return null;
    }
    try (Stream<Path> files = Files.walk(TRIXIE)) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElse(null);
    }
  }

  private static Path loader(Path libraries) throws Exception {
    try (Stream<Path> files = Files.list(libraries)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("ld-linux-"))
          .findFirst()
          .orElseThrow();
    }
  }
}
