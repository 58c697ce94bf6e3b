package org.kiramr.oozie.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads to a local file system; the integration tests of oozie/tests upload to HDFS. */
class UploadTest {
  @TempDir Path temporary;
  private Path target;
  private BuiltApplication application;

  @BeforeEach
  void build() throws IOException {
    target = temporary.resolve("cluster/kira/application-1");
    application = new TestApplication(temporary).build(Map.of("application", "file:" + target));
  }

  @Test
  void everyFileArrives() throws IOException {
    application.upload(new Configuration(), false);

    assertThat(files(target)).containsExactlyElementsOf(files(application.folder()));
    assertThat(target.resolve("lib/kira-mr.jar"))
        .hasSameBinaryContentAs(application.folder().resolve("lib/kira-mr.jar"));
    assertThat(target.getParent()).isDirectoryNotContaining("glob:**/_*");
  }

  @Test
  void versionThatIsThereStays() throws IOException {
    application.upload(new Configuration(), false);
    Files.writeString(target.resolve("bundle.xml"), "mine");

    assertThatThrownBy(() -> application.upload(new Configuration(), false))
        .isInstanceOf(DeployException.class)
        .hasMessage(
            "file:%s exists: jobs at work may be reading it; give application another version, or"
                + " --overwrite",
            target);
    assertThat(target.resolve("bundle.xml")).hasContent("mine");
  }

  @Test
  void overwriteReplacesTheWholeFolder() throws IOException {
    application.upload(new Configuration(), false);
    Files.writeString(target.resolve("old.xml"), "old");

    application.upload(new Configuration(), true);

    assertThat(files(target)).containsExactlyElementsOf(files(application.folder()));
    assertThat(target.getParent()).isDirectoryNotContaining("glob:**/_*");
  }

  @Test
  void overwriteReplacesNothingElse() throws IOException {
    Files.createDirectories(target);
    Files.writeString(target.resolve("thesis.tex"), "all my work");

    assertThatThrownBy(() -> application.upload(new Configuration(), true))
        .isInstanceOf(DeployException.class)
        .hasMessage("file:%s is no application of ours: it is not replaced", target);
    assertThat(target.resolve("thesis.tex")).exists();
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(file -> folder.relativize(file).toString()).sorted().toList();
    }
  }
}
