package org.kiramr.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.DFSTestUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kiramr.cluster.probe.ProbeJar;

/**
 * The mini cluster is what it says it is: a job started by Hadoop's {@code RunJar} runs in JVMs of
 * its own, which get this project's classes from the job's jar alone.
 */
@ExtendWith(MiniHadoopExtension.class)
class RunJarIT {
  private static final Path INPUT = new Path("/probe/input.txt");
  private static final Path OUTPUT = new Path("/probe/output");

  @Test
  void tasksTakeTheirClassesFromTheJobJarFirst(MiniHadoop hadoop) throws Exception {
    write(hadoop.fileSystem(), "1\n2\n");
    java.nio.file.Path jar = ProbeJar.create();

    CommandResult result =
        hadoop
            .hadoopJar(
                jar,
                "-Dmapreduce.job.user.classpath.first=true",
                INPUT.toString(),
                OUTPUT.toString())
            .run();

    assertThat(result.exitCode()).as(result::describe).isZero();
    assertThat(result.applications()).hasSize(1);
    Map<String, Map<String, String>> tasks = facts(hadoop.fileSystem());
    assertThat(tasks).containsOnlyKeys("map 1", "map 2", "reduce");
    assertThat(tasks.values()).extracting(facts -> facts.get("pid")).doesNotHaveDuplicates();
    assertThat(tasks.values())
        .allSatisfy(
            facts -> {
              assertThat(facts.get("pid"))
                  .isNotEqualTo(Long.toString(ProcessHandle.current().pid()))
                  .isEqualTo(facts.get("pid-by-jna"));
              assertThat(facts.get("jna-jar")).endsWith("/job.jar/job.jar");
              assertThat(facts.get("directory")).startsWith(MiniHadoop.directory().toString());
              assertThat(facts.get("tmpdir")).startsWith(facts.get("directory"));
              // An older JNA is there too, as on a real node, but later.
              assertThat(facts.get("class-path"))
                  .containsSubsequence("job.jar/job.jar", "/hadoop-cluster/jna-")
                  .doesNotContain("/target/classes", "/test-classes");
            });
  }

  @Test
  void theDriverRunsWithTheJnaOfItsJar(MiniHadoop hadoop) throws Exception {
    CommandResult result = hadoop.hadoopJar(BuildOutput.jobJar(), "version").run();

    assertThat(result.exitCode()).as(result::describe).isZero();
    assertThat(result.out()).containsPattern("(?m)^libsep +1\\.2\\.1");
    // Hadoop's older JNA was there, and comes first for who does not care.
    assertThat(result.words()).anyMatch(word -> word.contains("/hadoop-cluster/*"));
    assertThat(BuildOutput.hadoopCluster()).isDirectoryContaining("glob:**/jna-*.jar");
  }

  @Test
  void everyBlockIsOnBothDataNodes(MiniHadoop hadoop) throws Exception {
    FileSystem hdfs = hadoop.fileSystem();
    write(hdfs, "text");

    DFSTestUtil.waitReplication(hdfs, INPUT, (short) 2);
    assertThat(hdfs.getFileBlockLocations(INPUT, 0, 1)[0].getNames()).hasSize(2);
  }

  private static void write(FileSystem hdfs, String text) throws IOException {
    try (FSDataOutputStream out = hdfs.create(INPUT)) {
      out.writeBytes(text);
    }
  }

  /** Task, fact, value. */
  private static Map<String, Map<String, String>> facts(FileSystem hdfs) throws IOException {
    Map<String, Map<String, String>> facts = new TreeMap<>();
    try (FSDataInputStream in = hdfs.open(new Path(OUTPUT, "part-r-00000"))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        List<String> words = List.of(line.split("\t", 3));
        facts
            .computeIfAbsent(words.get(0), task -> new TreeMap<>())
            .put(words.get(1), words.get(2));
      }
    }
    return facts;
  }
}
