package org.kiramr.oozie.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as an operator starts it, with the jars that were packaged. */
class LauncherIT {
  private static final Path LAUNCHER = Path.of("../bin/oozie-deploy");
  private static final long TIMEOUT_SECONDS = 120;

  @TempDir Path temporary;

  private record Result(int code, List<String> lines) {}

  private Result launch(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(args));
    Path output = Files.createTempFile(temporary, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().keySet().removeAll(List.of("HADOOP_CONF_DIR", "OOZIE_URL", "KIRA_OPTS"));
    Process process = builder.start();
    try {
      assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Result(process.exitValue(), Files.readAllLines(output));
  }

  @Test
  void deploysTheShippedApplication() throws IOException, InterruptedException {
    Path target = temporary.resolve("cluster/application");
    Path kept = temporary.resolve("kept");
    String application = "-Dapplication=file:" + target;

    Result first = launch(application, "-o", kept.toString());
    assertThat(first.code()).as("%s", first.lines()).isZero();
    assertThat(first.lines())
        .contains("uploaded: file:" + target, "to submit:")
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("  oozie job -oozie http://localhost:11000/oozie -config " + kept)
                    .contains("oozie.bundle.application.path=file:" + target + "/bundle.xml"));
    assertThat(target.resolve("lib/kira-mr.jar"))
        .hasSameBinaryContentAs(Path.of("../../mr-jobs/target/kira-mr.jar"));

    Result second = launch(application);
    assertThat(second.code()).isEqualTo(1);
    assertThat(second.lines())
        .singleElement()
        .asString()
        .startsWith("oozie-deploy: file:" + target + " exists: jobs at work may be reading it");
  }

  @Test
  void refusesWrongOptionsByTheJarThatIsUploaded() throws IOException, InterruptedException {
    Result refused = launch("--check-only", "-D", "extractOptions=--treshold 2");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.lines())
        .containsExactly(
            "oozie-deploy: extract/workflow.xml: arg of action extract: ${extractOptions}: extract"
                + " refuses it: Unrecognized option: --treshold",
            "oozie-deploy: problems: 1; nothing is uploaded");
  }
}
