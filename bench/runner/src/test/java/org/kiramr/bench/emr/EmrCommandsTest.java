package org.kiramr.bench.emr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiramr.bench.dataset.Manifest;

/** The commands of {@code emr-bench} are well formed, as far as that can be told without AWS. */
class EmrCommandsTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** The commands in use: words that have to be there, then the options that they take. */
  private static final Map<String, Set<String>> OPTIONS =
      Map.of(
          "emr create-cluster",
          Set.of(
              "--name",
              "--release-label",
              "--applications",
              "--instance-groups",
              "--configurations",
              "--service-role",
              "--ec2-attributes",
              "--log-uri",
              "--auto-termination-policy",
              "--no-termination-protected",
              "--step-concurrency-level",
              "--tags",
              "--query",
              "--output"),
          "emr wait",
          Set.of("--cluster-id"),
          "emr describe-cluster",
          Set.of("--cluster-id", "--output"),
          "emr add-steps",
          Set.of("--cluster-id", "--steps", "--output"),
          "emr list-steps",
          Set.of("--cluster-id", "--step-states", "--query", "--output"),
          "emr terminate-clusters",
          Set.of("--cluster-ids"),
          "s3 cp",
          Set.of("--no-progress"),
          "s3 sync",
          Set.of("--no-progress", "--exclude"));

  @TempDir private static Path scratch;

  private static DryRun session;

  @BeforeAll
  static void print() throws IOException, InterruptedException {
    session = DryRun.of(scratch);
  }

  @Test
  void everyCommandIsKnownAndHasItsRegion() {
    assertThat(session.commands)
        .allSatisfy(
            command -> {
              String name = command.get(0) + " " + command.get(1);
              assertThat(OPTIONS).containsKey(name);
              Set<String> used = new TreeSet<>(command);
              used.removeIf(word -> !word.startsWith("--"));
              assertThat(used).contains("--region");
              used.remove("--region");
              assertThat(OPTIONS.get(name)).containsAll(used);
              assertThat(command).endsWith("--region", "eu-central-1");
            });
  }

  @Test
  void everyStageIsThere() {
    List<String> names =
        session.commands.stream()
            .map(c -> c.get(0) + " " + c.get(1) + (c.get(1).equals("wait") ? " " + c.get(2) : ""))
            .toList();
    assertThat(names)
        .startsWith("emr create-cluster", "emr wait cluster-running")
        .endsWith("emr terminate-clusters", "emr wait cluster-terminated");
    assertThat(names.stream().collect(Collectors.groupingBy(n -> n, Collectors.counting())))
        .containsEntry("s3 cp", 2L)
        .containsEntry("emr add-steps", 4L);
  }

  @Test
  void noWordIsEmptyOrUnset() {
    assertThat(session.commands)
        .allSatisfy(
            command ->
                assertThat(command)
                    .allSatisfy(
                        word ->
                            assertThat(word)
                                .isNotBlank()
                                .doesNotContain("$", "\n", "s3:///", "//output", "null")));
  }

  @Test
  void noPathIsOfTheCheckoutsPlace() {
    assertThat(session.commands)
        .allSatisfy(
            command ->
                assertThat(command)
                    .allSatisfy(
                        word -> assertThat(word).doesNotContain(EmrBench.ROOT.toString() + "/")));
  }

  @Test
  void everyLocalSourceIsInTheCheckoutOrGiven() {
    for (List<String> command : session.commands) {
      if (command.get(0).equals("s3") && !command.get(2).startsWith("s3://")) {
        Path source = EmrBench.ROOT.resolve(command.get(2));
        assertThat(source.toString())
            .matches(
                place ->
                    place.startsWith(scratch.toString())
                        || place.endsWith("mr-jobs/target/kira-mr.jar")
                        || place.endsWith("bench/spark/target/kira-spark.jar"));
      }
    }
  }

  @Test
  void jsonArgumentsParse() throws IOException {
    int parsed = 0;
    for (List<String> command : session.commands) {
      for (String word : command) {
        if (word.startsWith("[") || word.startsWith("{")) {
          assertThat(JSON.readTree(word).isArray()).isTrue();
          parsed++;
        }
      }
    }
    assertThat(parsed).isEqualTo(2 + 4);
  }

  @Test
  void forgottenClusterDies() {
    List<String> create = session.commands.get(0);
    assertThat(create).containsSequence("--auto-termination-policy", "IdleTimeout=3600");
    assertThat(create).contains("--no-termination-protected");
    assertThat(create).containsSequence("--tags", "project=kira-mr", "purpose=benchmark");
  }

  @Test
  void clusterIsAsOrdered() throws IOException {
    List<String> create = session.commands.get(0);
    assertThat(create).containsSequence("--release-label", "emr-7.13.0");
    JsonNode groups = JSON.readTree(create.get(create.indexOf("--instance-groups") + 1));
    assertThat(groups).hasSize(2);
    assertThat(groups.get(0).path("InstanceGroupType").asText()).isEqualTo("MASTER");
    assertThat(groups.get(1).path("InstanceType").asText()).isEqualTo("m6i.xlarge");
    assertThat(groups.get(1).path("InstanceCount").asInt()).isEqualTo(3);
  }

  @Test
  void enginesTakeTurns() throws IOException {
    List<PlannedRun> plan = PlannedRun.read(session.directory.resolve("plan.tsv"));
    assertThat(plan.stream().map(run -> run.engine() + " " + run.frames() + " " + run.repeat()))
        .containsExactly(
            "mr-yarn 2 1",
            "spark-yarn 2 1",
            "mr-yarn-one-file 2 1",
            "spark-yarn-binaryfiles 2 1",
            "spark-yarn 3 1",
            "mr-yarn-one-file 3 1",
            "spark-yarn-binaryfiles 3 1",
            "mr-yarn 3 1",
            "mr-yarn-one-file 3 2",
            "spark-yarn-binaryfiles 3 2",
            "mr-yarn 3 2",
            "spark-yarn 3 2",
            "spark-yarn 2 2",
            "mr-yarn-one-file 2 2",
            "spark-yarn-binaryfiles 2 2",
            "mr-yarn 2 2");
    assertThat(session.steps().stream().map(step -> step.path("Name").asText()).toList())
        .isEqualTo(plan.stream().map(PlannedRun::name).toList());
  }

  @Test
  void listsAreTheRunnersSubsets() throws IOException {
    Manifest manifest = Manifest.read(session.directory.resolve("data.manifest"));
    for (int frames : new int[] {2, 3}) {
      List<String> list =
          manifest.subset(frames).entries().stream()
              .map(entry -> "s3a://a-bucket/kira-bench/data/tiny/" + entry.path())
              .toList();
      assertThat(session.directory.resolve("lists/frames-" + frames + ".txt"))
          .hasContent(String.join("\n", list));
    }
  }

  @Test
  void bothEnginesHaveTheSameContainers() throws IOException {
    List<JsonNode> steps = session.steps();
    List<String> mapReduce = DryRun.arguments(steps.get(0));
    List<String> spark = DryRun.arguments(steps.get(1));
    assertThat(mapReduce)
        .contains("mapreduce.map.memory.mb=3072", "mapreduce.map.cpu.vcores=1")
        .contains("mapreduce.map.java.opts=-Xmx768m")
        .contains("mapreduce.reduce.memory.mb=3072", "mapreduce.reduce.cpu.vcores=1")
        .contains("mapreduce.reduce.java.opts=-Xmx768m")
        .contains("mapreduce.job.reduce.slowstart.completedmaps=1")
        .contains("yarn.app.mapreduce.am.resource.mb=3072")
        .contains("yarn.app.mapreduce.am.command-opts=-Xmx2457m")
        .containsSequence("--reducers", "11");
    assertThat(spark)
        .containsSequence("--num-executors", "11")
        .containsSequence("--executor-cores", "1")
        .containsSequence("--executor-memory", "768m")
        .containsSequence("--driver-memory", "2457m")
        .contains("spark.executor.memoryOverhead=" + (3072 - 768) + "m")
        .contains(
            "spark.yarn.am.memory=2457m", "spark.yarn.am.memoryOverhead=" + (3072 - 2457) + "m")
        .contains("spark.dynamicAllocation.enabled=false")
        .containsSequence("--reducers", "11");
    assertThat(DryRun.arguments(steps.get(2))).contains("--one-file-per-map");
    assertThat(DryRun.arguments(steps.get(3))).containsSequence("--mode", "binaryfiles");
  }

  @ParameterizedTest
  @CsvSource({
    "--arch aarch64, x86_64 only",
    "--instance-type m7g.xlarge, x86_64 only",
    "--primary-type r6gd.large, x86_64 only",
    "--instance-type c6i.2xlarge, --cores is missing",
    "--frames 0, --frames 0",
    "--engines c-batch, no such engine: c-batch",
    "--count none, --count none",
    "--bucket 'a;b', --bucket 'a;b'",
    "--colour blue, no such option: --colour",
    "--yes --region, --region wants a value"
  })
  void refusesWhatCannotWork(String options, String complaint)
      throws IOException, InterruptedException {
    String words = "create --dry-run --region r --bucket b " + options;
    EmrBench run = EmrBench.run(words.split(" "));
    assertThat(run.output()).contains(complaint).contains("emr-bench help");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void withoutTheAwsCommandLineItSaysSo() throws IOException, InterruptedException {
    Path tools = Files.createDirectory(scratch.resolve("tools"));
    Files.copy(
        Path.of("/usr/bin/dirname"), tools.resolve("dirname"), StandardCopyOption.COPY_ATTRIBUTES);
    EmrBench run =
        EmrBench.start(
            new ProcessBuilder(
                "/bin/bash",
                "-c",
                "PATH=$0 exec /bin/bash \"$@\"",
                tools.toString(),
                EmrBench.ROOT.resolve("bench/emr/emr-bench").toString(),
                "create",
                "--region",
                "r",
                "--bucket",
                "b"));
    assertThat(run.output()).contains("AWS command line", "--dry-run");
    assertThat(run.exitCode()).isEqualTo(1);
  }
}
