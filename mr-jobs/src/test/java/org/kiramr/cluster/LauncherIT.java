package org.kiramr.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, {@code bin/kira}. */
class LauncherIT {
  @TempDir private Path directory;

  @Test
  void runsFromAnyDirectoryThroughASymlink() throws Exception {
    Path folder = Files.createDirectories(BuildOutput.directory().resolve("my tools"));
    link(folder.resolve("direct"), BuildOutput.launcher());
    link(folder.resolve("kira"), Path.of("..", "my tools", "direct"));

    CommandResult result = Command.of(List.of("./kira", "version")).in(folder).run();

    assertThat(result.exitCode()).as(result::describe).isZero();
    assertThat(result.out()).isNotBlank();
  }

  @Test
  void startsTheDriverOnTheJobJarAndHadoopsClient() throws Exception {
    CommandResult result =
        Command.kira("extract", "-i", "a b")
            .with("JAVA_HOME", fakeJava("17.0.15").toString())
            .with("KIRA_OPTS", "-Xmx7g -Da=b")
            .with("HADOOP_CLIENT_OPTS", "-Dc=d")
            .run();

    assertThat(result.exitCode()).as(result::describe).isZero();
    assertThat(result.out().lines())
        .containsSubsequence("-Dc=d", "-Xmx7g", "-Da=b", "-cp")
        .endsWith(
            BuildOutput.jobJar() + ":" + BuildOutput.hadoopClient() + "/*",
            "org.kiramr.jobs.Kira",
            "extract",
            "-i",
            "a b");
  }

  @Test
  void putsTheClustersConfigurationFirst() throws Exception {
    CommandResult result =
        Command.kira("help")
            .with("JAVA_HOME", fakeJava("21").toString())
            .with("HADOOP_CONF_DIR", "/etc/my hadoop")
            .run();

    assertThat(result.out()).contains("\n/etc/my hadoop:" + BuildOutput.jobJar() + ":");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_412", "11.0.2", "24", "25.0.1"})
  void refusesAJavaThatHadoopDoesNotRunOn(String version) throws Exception {
    CommandResult result =
        Command.kira("version").with("JAVA_HOME", fakeJava(version).toString()).run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines())
        .singleElement()
        .asString()
        .contains("Java " + version, "JAVA_HOME", "JDK 17");
  }

  @Test
  void refusesAJavaHomeWithoutJava() throws Exception {
    CommandResult result = Command.kira("version").with("JAVA_HOME", directory.toString()).run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("kira: JAVA_HOME is " + directory).endsWith("JDK 17\n");
  }

  private static void link(Path link, Path target) throws IOException {
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, target);
  }

  /** A Java home whose java says the version, or else its arguments, one a line. */
  private Path fakeJava(String version) throws IOException {
    Path java = Files.createDirectories(directory.resolve("jdk/bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'Picked up JAVA_TOOL_OPTIONS: -Dx=y' >&2
          echo 'openjdk version "%s" 2025-04-15' >&2
        else
          printf '%%s\\n' "$@"
        fi
        """
            .formatted(version));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return directory.resolve("jdk");
  }
}
