package org.kiramr.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiramr.jobs.cli.UsageException;

/** Wrong usage is refused in one line before anything is touched. */
class ExtractUsageTest {
  @TempDir private Path directory;

  @Test
  void inputAndOutputAreNeeded() {
    assertThatThrownBy(() -> new LocalRun().to(directory.resolve("out")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("-i PATH");
  }

  @ParameterizedTest
  @CsvSource({
    "--threshold, -1, must be from",
    "--threshold, high, not a number",
    "--min-area, 0, must be from 1 to",
    "--back-size, 64x, WIDTHxHEIGHT",
    "--kernel, 1 2 / 3, same length",
    "--aperture-radii, '5,-1', above 0",
    "--reducers, many, not a number",
    "--format, fits, not available in this version",
    "--format, xml, no such format",
    "--field-pattern, '{RUN', RUN",
    "--hdu, '1,,SCI', an entry is empty",
    "--planes, 0, counted from 1",
    "--planes, first, write all",
    "--mask, a=, OLD=NEW",
    "--mask-bits, 0, above 0",
    "--mask-bits, 0x20, is without --mask",
    "--noise, =b, OLD=NEW",
    "--noise-kind, rms, 'stddev, variance or weight'",
    "--noise-kind, weight, is without --noise",
  })
  void aValueOutOfRangeIsNamed(String option, String value, String complaint) {
    LocalRun run = new LocalRun().input(directory).with(option, value);
    assertThatThrownBy(() -> run.to(directory.resolve("out")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(option.equals("--format") ? "format" : option)
        .hasMessageContaining(complaint);
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThatThrownBy(() -> new LocalRun().with("--treshold", "2").to(directory.resolve("out")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--treshold");
  }

  @Test
  void aKeyOutOfRangeIsNamed() {
    LocalRun run = new LocalRun().with("-D", "kira.extract.min-area-px=none").input(directory);
    assertThatThrownBy(() -> run.to(directory.resolve("out")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("kira.extract.min-area-px");
  }

  @Test
  void anExistingOutputIsNotTouched() throws Exception {
    Path precious = Files.writeString(directory.resolve("precious.txt"), "mine");
    LocalRun run = new LocalRun().input(directory.resolve("x.fits"));
    assertThatThrownBy(() -> run.to(directory))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--overwrite");
    LocalRun overwrite = new LocalRun().input(directory.resolve("x.fits")).with("--overwrite");
    assertThatThrownBy(() -> overwrite.to(directory))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("not the output of an earlier run");
    assertThat(precious).hasContent("mine");
  }

  @Test
  void anInputThatDoesNotExistIsNamed() {
    LocalRun run = new LocalRun().input(directory.resolve("no-such.fits"));
    assertThatThrownBy(() -> run.to(directory.resolve("out")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no-such.fits");
  }

  @Test
  void anInputInsideTheOutputIsRefused() throws Exception {
    Path out = earlierOutput();
    Path frame = Files.writeString(out.resolve("catalog").resolve("frame.fits"), "");
    LocalRun run = new LocalRun().input(frame).with("--overwrite");
    assertThatThrownBy(() -> run.to(out))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is in the output directory");
    assertThat(frame).exists();
  }

  @Test
  void anOutputWithSomethingElseInItIsNotReplaced() throws Exception {
    Path out = earlierOutput();
    Path notes = Files.writeString(out.resolve("notes.txt"), "mine");
    LocalRun run = new LocalRun().input(directory.resolve("x.fits")).with("--overwrite");
    assertThatThrownBy(() -> run.to(out))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("notes.txt");
    assertThat(notes).hasContent("mine");
  }

  @Test
  void framesInADirectoryNamedLikeATableAreNotReplaced() throws Exception {
    Path out = Files.createDirectories(directory.resolve("survey"));
    Path frame =
        Files.writeString(Files.createDirectory(out.resolve("frames")).resolve("a.fits"), "mine");
    LocalRun run = new LocalRun().input(directory.resolve("x.fits")).with("--overwrite");
    assertThatThrownBy(() -> run.to(out))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no _provenance.json");
    assertThat(frame).hasContent("mine");
  }

  @Test
  void anEarlierOutputOutlivesAWrongCommand() throws Exception {
    Path out = earlierOutput();
    LocalRun run =
        new LocalRun()
            .with("-D", "kira.fits.max-memory-fraction=2")
            .input(directory)
            .with("--overwrite");
    assertThatThrownBy(() -> run.to(out)).isInstanceOf(UsageException.class);
    assertThat(out.resolve("_provenance.json")).exists();
  }

  @Test
  void aMistypedKeyIsNamed() {
    LocalRun run = new LocalRun().with("-D", "kira.extract.treshold-sigma=5").input(directory);
    assertThatThrownBy(() -> run.to(directory.resolve("out")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("kira.extract.treshold-sigma");
  }

  private Path earlierOutput() throws Exception {
    Path out = Files.createDirectory(directory.resolve("out"));
    Files.createDirectory(out.resolve("catalog"));
    Files.createFile(out.resolve("_SUCCESS"));
    Files.writeString(out.resolve("_provenance.json"), "{}");
    return out;
  }
}
