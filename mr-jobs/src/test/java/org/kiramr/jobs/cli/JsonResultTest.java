package org.kiramr.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the result goes is checked when the command begins. */
class JsonResultTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @TempDir private Path directory;

  @Test
  void aNewFileAndAnOldOneAreWritten() throws Exception {
    Path file = directory.resolve("result.json");
    for (int i = 0; i < 2; i++) {
      new JsonResult(file.toString(), out).write(Map.of("run", i));
      assertThat(file).content().isEqualToNormalizingWhitespace("{ \"run\" : " + i + " }");
    }
    assertThat(printed.size()).isZero();
  }

  @Test
  void nothingIsMadeBeforeThereIsAResult() {
    Path file = directory.resolve("result.json");
    assertThat(new JsonResult(file.toString(), out).report()).isSameAs(out);
    assertThat(file).doesNotExist();
  }

  @Test
  void whatCannotBeWrittenIsRefusedAtOnce() throws Exception {
    refused(directory.resolve("gone/result.json"), "there is no directory " + directory + "/gone");
    refused(directory, "it is a directory");
    Path file = Files.createFile(directory.resolve("file"));
    refused(file.resolve("result.json"), "there is no directory " + file);
    assertThatThrownBy(() -> new JsonResult("a\0b", out))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("JSON cannot be written");
  }

  @Test
  void standardOutputNeedsNoFile() throws Exception {
    new JsonResult("-", out).write(Map.of("run", 1));
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("\"run\" : 1");
    new JsonResult(null, out).write(Map.of("run", 2));
    assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("2");
  }

  private void refused(Path file, String reason) {
    assertThatThrownBy(() -> new JsonResult(file.toString(), out))
        .isInstanceOf(UsageException.class)
        .hasMessage("JSON cannot be written to " + file + ": " + reason);
  }
}
