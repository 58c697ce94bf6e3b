package org.kiramr.oozie.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  private static final String[] NONE = {};

  @TempDir Path directory;

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final Configuration action = new Configuration(new JobConf());
  private final Launcher launcher = new Launcher(properties::get, environment::get);

  @BeforeEach
  void files() {
    properties.put("oozie.action.conf.xml", directory.resolve("action.xml").toString());
    properties.put(
        "oozie.action.output.properties", directory.resolve("output.properties").toString());
  }

  @Test
  void whatTheActionSetsIsInTheConfiguration() throws IOException {
    action.set("mapreduce.job.queuename", "nights");
    action.set("fs.defaultFS", "hdfs://nn:8020");
    Configuration conf = configuration();
    assertThat(conf.get("mapreduce.job.queuename")).isEqualTo("nights");
    assertThat(conf.get("fs.defaultFS")).isEqualTo("hdfs://nn:8020");
  }

  @Test
  void hadoopsDefaultsStayDefaultsThoughOozieHandsThemOver() throws IOException {
    String key = "mapreduce.fileoutputcommitter.algorithm.version";
    assertThat(action.get(key)).isEqualTo("2");
    assertThat(configuration().getPropertySources(key)[0]).endsWith("-default.xml");
  }

  @Test
  void itsJobsCarryTheTagThatOozieKillsThemBy() throws IOException {
    action.set("oozie.child.mapreduce.job.tags", "oozie-1f");
    assertThat(configuration().get("mapreduce.job.tags")).isEqualTo("oozie-1f");
    action.set("mapreduce.job.tags", "mine");
    assertThat(configuration().get("mapreduce.job.tags")).isEqualTo("mine,oozie-1f");
    action.set("mapreduce.job.tags", "mine,oozie-1f");
    assertThat(configuration().get("mapreduce.job.tags")).isEqualTo("mine,oozie-1f");
  }

  @Test
  void itsJobsGetTheTokensOfTheLauncher() throws IOException {
    assertThat(configuration().get("mapreduce.job.credentials.binary")).isNull();
    environment.put("HADOOP_TOKEN_FILE_LOCATION", "/tokens");
    assertThat(configuration().get("mapreduce.job.credentials.binary")).isEqualTo("/tokens");
  }

  @Test
  void theOutputIsWhereOozieReadsIt() throws Exception {
    writeAction();
    launcher.run(
        (arguments, conf) -> Map.of("verdict", arguments.get("word"), "sentence", "a\nb"),
        Set.of("word"),
        new String[] {"word=reproduced"});
    assertThat(output()).containsEntry("verdict", "reproduced").containsEntry("sentence", "a b");
  }

  @Test
  void theLargestOutputIsWithinOoziesLimit() throws Exception {
    writeAction();
    String hostile = "\u00e9:= ".repeat(1000);
    launcher.run(
        (arguments, conf) -> Map.of("sentence", hostile, "provenance", hostile), Set.of(), NONE);
    assertThat(directory.resolve("output.properties").toFile().length()).isLessThan(2048);
  }

  @Test
  void aFailureIsTheReasonInOneLine() throws IOException {
    writeAction();
    IOException reason = new IOException("no such file:\n/x <y>", new IOException("deeper"));
    assertThatThrownBy(
            () ->
                launcher.run(
                    (arguments, conf) -> {
                      throw reason;
                    },
                    Set.of(),
                    NONE))
        .isInstanceOf(ActionFailedException.class)
        .hasMessage("no such file:: deeper")
        .hasCause(reason);
  }

  @Test
  void aClassThatIsMissingIsAFailureToo() throws IOException {
    writeAction();
    assertThatThrownBy(
            () ->
                launcher.run(
                    (arguments, conf) -> {
                      throw new NoClassDefFoundError("org/kiramr/X");
                    },
                    Set.of(),
                    NONE))
        .isInstanceOf(ActionFailedException.class)
        .hasMessage("org/kiramr/X");
  }

  @Test
  void anotherProcessIsNoLauncher() {
    properties.clear();
    assertThatThrownBy(() -> launcher.run((arguments, conf) -> Map.of(), Set.of(), NONE))
        .isInstanceOf(ActionFailedException.class)
        .hasMessageContaining("no launcher of Oozie");
  }

  private Configuration configuration() throws IOException {
    writeAction();
    return launcher.configuration();
  }

  /** As Oozie does: with all that Hadoop has by default, and where each value is from. */
  private void writeAction() throws IOException {
    try (OutputStream out = Files.newOutputStream(directory.resolve("action.xml"))) {
      action.writeXml(out);
    }
  }

  private Map<Object, Object> output() throws IOException {
    Properties output = new Properties();
    try (Reader in = Files.newBufferedReader(directory.resolve("output.properties"))) {
      output.load(in);
    }
    return output;
  }
}
