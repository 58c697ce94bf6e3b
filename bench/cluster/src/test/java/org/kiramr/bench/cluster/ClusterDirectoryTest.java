package org.kiramr.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterDirectoryTest {
  @TempDir private Path folder;

  @Test
  void takesAnEmptyDirectoryAndLeavesNone() throws Exception {
    ClusterDirectory directory = ClusterDirectory.at(folder.resolve("a/b"));
    try (FileChannel lock = directory.lock()) {
      assertThat(lock.isOpen()).isTrue();
      Files.createDirectories(directory.temporary().resolve("deep/er"));
    }
    directory.requireOwn();

    directory.delete();

    assertThat(directory.path()).doesNotExist();
    assertThat(folder.resolve("a")).isEmptyDirectory();
  }

  @Test
  void refusesSomebodyElsesFiles() throws Exception {
    Path precious = Files.writeString(folder.resolve("precious"), "data");
    ClusterDirectory directory = ClusterDirectory.at(folder);

    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(directory::lock)
        .withMessageContaining("is not a cluster's");
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(ClusterDirectory.at(precious)::lock)
        .withMessageContaining("not a directory");
    assertThat(folder).isDirectoryContaining(precious::equals);
    assertThat(directory.marker()).doesNotExist();
  }

  @Test
  void deletesLinksNotWhatTheyPointTo() throws Exception {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Path precious = Files.writeString(outside.resolve("precious"), "data");
    ClusterDirectory directory = ClusterDirectory.at(folder.resolve("cluster"));
    directory.lock().close();
    Files.createSymbolicLink(directory.resolve("link"), outside);

    directory.delete();

    assertThat(precious).hasContent("data");
    assertThat(directory.path()).doesNotExist();
  }

  @Test
  void keepsLogsAndWhoseTheyAre() throws Exception {
    ClusterDirectory directory = ClusterDirectory.at(folder.resolve("cluster"));
    directory.lock().close();
    Path log = Files.createDirectories(directory.logs()).resolve("namenode.log");
    Files.writeString(log, "text");
    Files.createDirectories(directory.temporary());

    directory.deleteAllButLogs();

    assertThat(log).hasContent("text");
    assertThat(directory.temporary()).doesNotExist();
    directory.requireOwn();
  }

  @Test
  void isTheSameThroughALink() throws Exception {
    Path link =
        Files.createSymbolicLink(
            folder.resolve("link"), Files.createDirectory(folder.resolve("real")));

    assertThat(ClusterDirectory.at(link.resolve("x/y")).path())
        .isEqualTo(folder.toRealPath().resolve("real/x/y"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "a b", "a:b", "${a}", "a%b"})
  void refusesAPathThatHadoopWouldTakeApart(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClusterDirectory.at(folder.resolve(name)))
        .withMessageContaining(name);
  }
}
