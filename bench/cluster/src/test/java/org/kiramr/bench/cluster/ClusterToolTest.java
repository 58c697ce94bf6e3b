package org.kiramr.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterToolTest {
  private static final String JARS = "kira.cluster.jars";
  private static final String DEFAULT = "kira.cluster.directory";

  @TempDir private Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void setDefaults() {
    System.setProperty(JARS, folder.resolve("jars").toString());
    System.setProperty(DEFAULT, folder.resolve("cluster").toString());
  }

  @AfterEach
  void clearDefaults() {
    System.clearProperty(JARS);
    System.clearProperty(DEFAULT);
  }

  @Test
  void helpNamesTheOptions() {
    assertThat(run("help")).isZero();
    assertThat(printed()).contains("--nodes", "--cores", "--cpus", "--memory-mb", "--keep-logs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "restart",
        "start --nodes",
        "start --nodes 0",
        "start --nodes two",
        "start --cores 1 --nodes 3",
        "start --memory-mb 100",
        "start --cpus x",
        "start --cpus 0,99999",
        "start --directory a,b",
        "start now",
        "stop --nodes 2"
      })
  void refusesWhatMakesNoSense(String line) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(printed()).startsWith("cluster: ").endsWith("Try 'cluster help'.\n");
    assertThat(folder.resolve("cluster")).doesNotExist();
  }

  @Test
  void whereNoClusterIsThereIsNothingToStop() {
    assertThat(run("stop")).isZero();
    assertThat(run("status")).isEqualTo(1);
    assertThat(printed()).containsPattern("(?s)no cluster in .*no cluster in ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void leavesSomebodyElsesDirectoryAlone() throws Exception {
    Path precious = Files.writeString(folder.resolve("precious"), "data");

    assertThat(run("start", "--directory", folder.toString())).isEqualTo(1);
    assertThat(run("stop", "--directory", folder.toString())).isEqualTo(1);
    assertThat(run("status", "--directory", folder.toString())).isEqualTo(1);

    assertThat(printed().lines()).hasSize(3).allMatch(line -> line.contains("is not a cluster's"));
    assertThat(precious).hasContent("data");
  }

  @Test
  void aDaemonThatEndsIsNamedAndNothingIsLeft() {
    // without Hadoop's jars the first daemon ends at once
    assertThat(run("start", "--nodes", "1")).isEqualTo(1);

    assertThat(printed()).contains("cannot be formatted", "namenode", "ClassNotFoundException");
    assertThat(folder).isEmptyDirectory();
  }

  private int run(String... words) {
    PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new ClusterTool(stream, stream).run(words);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
