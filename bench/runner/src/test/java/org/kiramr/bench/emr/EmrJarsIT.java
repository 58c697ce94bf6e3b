package org.kiramr.bench.emr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jars that go to the cluster need nothing installed on its nodes. */
class EmrJarsIT {
  private static final String[] NATIVE = {
    "linux-x86-64/libsep.so", "linux-x86-64/libwcs.so", "com/sun/jna/linux-x86-64/libjnidispatch.so"
  };
  private static final String OF_THE_CLUSTER = "org/apache/(hadoop|spark)/.*|scala/.*";

  @TempDir private Path scratch;

  @Test
  void mapReduceJarCarriesAll() throws IOException {
    try (JarFile jar = open("mr-jobs/target/kira-mr.jar")) {
      check(jar);
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo("org.kiramr.jobs.Kira");
    }
  }

  @Test
  void sparkJarCarriesAllAndTheMainClass() throws IOException, InterruptedException {
    assumeTrue(
        Files.exists(EmrBench.ROOT.resolve("bench/spark/pom.xml")),
        "there is no module bench/spark in this checkout");
    JsonNode step = DryRun.of(scratch).steps().get(1);
    List<String> words = DryRun.arguments(step);
    String main = words.get(words.indexOf("--class") + 1);
    try (JarFile jar = open("bench/spark/target/kira-spark.jar")) {
      check(jar);
      assertThat(jar.getEntry(main.replace('.', '/') + ".class")).as(main).isNotNull();
    }
  }

  private static JarFile open(String path) throws IOException {
    return new JarFile(EmrBench.ROOT.resolve(path).toFile());
  }

  private static void check(JarFile jar) {
    TreeSet<String> entries = new TreeSet<>();
    jar.stream().forEach(entry -> entries.add(entry.getName()));
    assertThat(entries).contains(NATIVE);
    assertThat(entries.stream().filter(entry -> entry.endsWith(".class")))
        .noneMatch(entry -> entry.matches(OF_THE_CLUSTER));
  }
}
