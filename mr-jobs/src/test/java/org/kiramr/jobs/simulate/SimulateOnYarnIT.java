package org.kiramr.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.cluster.BuildOutput;
import org.kiramr.cluster.Command;
import org.kiramr.cluster.CommandResult;
import org.kiramr.cluster.MiniHadoop;
import org.kiramr.cluster.MiniHadoopExtension;

/** {@code simulate} makes the same sky on a cluster as here, byte for byte. */
@ExtendWith(MiniHadoopExtension.class)
class SimulateOnYarnIT {
  private static final String OUTPUT = "/out/sky";

  @TempDir private Path directory;

  @Test
  void framesAndTruthAreTheLocalOnes(MiniHadoop hadoop) throws Exception {
    Path local = directory.resolve("local");
    CommandResult here = Command.kira(words(local.toString())).run();
    assertThat(here.exitCode()).as(here::describe).isZero();

    CommandResult result =
        hadoop.hadoopJar(BuildOutput.jobJar(), words(OUTPUT, "--fields-per-map", "1")).run();

    assertThat(result.exitCode()).as(result::describe).isZero();
    assertThat(result.out()).contains("10 frames of 512x512 pixels in 4 fields");
    Path copy = directory.resolve("copy");
    hadoop
        .fileSystem()
        .copyToLocalFile(
            new org.apache.hadoop.fs.Path(OUTPUT), new org.apache.hadoop.fs.Path(copy.toUri()));
    Map<String, String> files = digests(local);
    assertThat(files).hasSize(10 + 4 + 2);
    assertThat(digests(copy)).isEqualTo(files);
  }

  private static String[] words(String output, String... more) {
    List<String> words = new ArrayList<>(List.of("simulate", "-o", output));
    words.addAll(List.of("--frames", "10", "--bands", "gri", "--size", "512x512"));
    words.addAll(List.of("--overlap", "16"));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  /** The digest of every file by its path, without Hadoop's checksum files. */
  private static Map<String, String> digests(Path root) throws Exception {
    Map<String, String> digests = new TreeMap<>();
    for (Path file : files(root)) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      digests.put(root.relativize(file).toString(), HexFormat.of().formatHex(digest));
    }
    return digests;
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(path -> Files.isRegularFile(path) && !path.toString().endsWith(".crc"))
          .toList();
    }
  }
}
