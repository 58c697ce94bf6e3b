package org.kiramr.oozie.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of the shipped application, to be doctored, with jars made for tests. */
final class TestApplication {
  private static final Path SHIPPED = Path.of("../application/src/main/oozie");

  private final Path root;

  /** A copy in a new folder below {@code parent}. */
  TestApplication(Path parent) throws IOException {
    root = Files.createTempDirectory(parent, "application");
    Path definitions = root.resolve("definitions");
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      for (Path file : files.toList()) {
        Files.copy(file, definitions.resolve(SHIPPED.relativize(file)));
      }
    }
    TestJars.kira(sources().kiraJar(), TestJars.NATIVES);
    TestJars.oozie(sources().oozieJar());
  }

  ApplicationSources sources() {
    return new ApplicationSources(
        root.resolve("definitions"), root.resolve("kira-mr.jar"), root.resolve("kira-oozie.jar"));
  }

  /** A file of the definitions. */
  Path file(String name) {
    return sources().definitions().resolve(name);
  }

  /** Changes the first place in a file of the definitions; it must be there. */
  TestApplication replace(String name, String from, String to) throws IOException {
    String text = Files.readString(file(name));
    assertThat(text).contains(from);
    int at = text.indexOf(from);
    Files.writeString(file(name), text.substring(0, at) + to + text.substring(at + from.length()));
    return this;
  }

  BuiltApplication build(Map<String, String> overrides) throws IOException {
    Path folder = Files.createTempDirectory(root, "built");
    return new Deployer(sources()).build(sources().properties(), overrides, folder);
  }

  /** What is wrong with it. */
  List<String> problems(Map<String, String> overrides) throws IOException {
    return build(overrides).problems().stream().map(Problem::toString).toList();
  }
}
