package org.kiramr.oozie.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeployToolTest {
  @TempDir Path temporary;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private TestApplication application;

  @BeforeEach
  void copy() throws IOException {
    application = new TestApplication(temporary);
  }

  private int run(String... args) {
    return new DeployTool(
            application.sources(),
            Map.of("OOZIE_URL", "http://oozie:11000/oozie"),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(args);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void uploadsAndSaysHowToSubmit() throws IOException {
    Path target = temporary.resolve("cluster/kira");
    Path kept = temporary.resolve("kept");

    assertThat(run("-D", "application=file:" + target, "-o", kept.toString())).isZero();

    assertThat(target.resolve("lib/kira-oozie.jar")).exists();
    String start =
        "  oozie job -oozie http://oozie:11000/oozie -config " + kept + "/job.properties -D oozie.";
    assertThat(out().lines())
        .containsExactly(
            "uploaded: file:" + target,
            "to submit:",
            start + "bundle.application.path=file:" + target + "/bundle.xml -run",
            start + "coord.application.path=file:" + target + "/nightly -run",
            start + "coord.application.path=file:" + target + "/weekly -run",
            start
                + "wf.application.path=file:"
                + target
                + "/extract -D input=INPUT -D night=NIGHT -run",
            start + "wf.application.path=file:" + target + "/verify -run");
    assertThat(err()).isEmpty();
    assertThat(PropertiesFile.read(kept.resolve("job.properties")).values())
        .containsEntry("application", "file:" + target);
  }

  @Test
  void withoutOutputTheOperatorsFileIsSubmitted() {
    assertThat(run("--check-only", "-D", "extractOptions=--threshold 2")).isZero();

    assertThat(out())
        .startsWith("checked, nothing wrong: hdfs://localhost:8020/user/")
        .contains(
            " -config "
                + application.file("job.properties")
                + " -D 'extractOptions=--threshold 2' -D oozie.bundle.application.path=hdfs:");
  }

  @Test
  void problemsAreToldAndNothingIsUploaded() {
    Path target = temporary.resolve("cluster/kira");

    assertThat(run("-D", "application=file:" + target, "-D", "onRejects=x", "-D", "retryMax=y"))
        .isEqualTo(1);

    assertThat(err().lines())
        .contains("oozie-deploy: job.properties: property onRejects: 'x' is none of warn, stop")
        .anySatisfy(line -> assertThat(line).contains("(${retryMax}) is not a whole number"))
        .last()
        .asString()
        .endsWith("; nothing is uploaded");
    assertThat(target).doesNotExist();
    assertThat(out()).isEmpty();
  }

  @Test
  void missingJarIsTold() throws IOException {
    Path jar = application.sources().kiraJar();
    Files.delete(jar);

    assertThat(run("--check-only")).isEqualTo(1);
    assertThat(err())
        .isEqualTo(
            "oozie-deploy: "
                + jar
                + ": there is no such file: build it with Maven"
                + System.lineSeparator());
  }

  @Test
  void emrVariantHasAddressesAndPathsOfEmr() throws IOException {
    Path kept = temporary.resolve("emr");

    assertThat(
            run(
                "--check-only",
                "--emr",
                "--primary",
                "ip-10-0-0-1.ec2.internal",
                "--bucket",
                "my-survey",
                "-o",
                kept.toString()))
        .as(err())
        .isZero();

    PropertiesFile written = PropertiesFile.read(kept.resolve("job.properties"));
    assertThat(written.values())
        .containsEntry("nameNode", "hdfs://ip-10-0-0-1.ec2.internal:8020")
        .containsEntry("resourceManager", "ip-10-0-0-1.ec2.internal:8032")
        .containsEntry("images", "s3a://my-survey/kira/images")
        .containsEntry("catalogs", "${nameNode}/user/${user.name}/kira/catalogs")
        .containsOnlyKeys(
            PropertiesFile.read(application.file("job.properties")).values().keySet());
    assertThat(Files.readString(kept.resolve("job.properties")))
        .startsWith("# For Amazon EMR")
        .contains("# YARN's queue of the MapReduce jobs.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --chek-only                  | Unrecognized option: --chek-only
          a b                          | one folder of definitions, not [a, b]
          -D nameNode                  | -D nameNode: must be name=value
          -p missing.properties        | missing.properties: there is no such file
          --emr -o out                 | --emr wants --primary HOST and --bucket NAME
          --emr --primary h --bucket b | --emr wants --output DIR: there the properties are written
          --bucket b                   | --primary and --bucket belong to --emr
          --check-only --overwrite     | --check-only uploads nothing that could --overwrite
          """)
  void wrongUsageIsToldInOneLine(String line, String message) {
    assertThat(run(line.split(" ", -1))).isEqualTo(2);
    assertThat(err().lines())
        .containsExactly("oozie-deploy: " + message, "Try 'oozie-deploy --help'.");
  }

  @Test
  void folderInUseIsNotWrittenTo() throws IOException {
    Path used = Files.createDirectory(temporary.resolve("used"));
    Files.writeString(used.resolve("thesis.tex"), "all my work");

    assertThat(run("--check-only", "-o", used.toString())).isEqualTo(1);
    assertThat(err()).contains(used + " is not an empty folder: nothing is written to it");
    assertThat(used).isDirectoryNotContaining("glob:**.xml");
  }

  @Test
  void builtApplicationIsNoSource() {
    Path kept = temporary.resolve("kept");
    assertThat(run("--check-only", "-o", kept.toString())).isZero();

    assertThat(run("--check-only", kept.toString())).isEqualTo(1);
    assertThat(err()).contains(kept + " has a lib/ of its own: definitions are wanted");
  }

  @Test
  void unknownFileSystemIsTold() {
    assertThat(run("-D", "application=nfs://host/kira")).isEqualTo(1);
    assertThat(err().lines())
        .singleElement()
        .asString()
        .startsWith("oozie-deploy: ")
        .contains("nfs");
  }

  @Test
  void helpNamesEveryOption() {
    assertThat(run("--help")).isZero();
    assertThat(out())
        .contains(
            "--properties",
            "-D <name=value>",
            "--check-only",
            "--output",
            "--overwrite",
            "--oozie",
            "--emr",
            "--primary",
            "--bucket",
            "HADOOP_CONF_DIR");
  }
}
