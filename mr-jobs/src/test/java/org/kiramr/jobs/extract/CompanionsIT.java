package org.kiramr.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.jobs.SharedData;
import org.kiramr.jobs.cli.ExitCode;
import org.kiramr.jobs.cli.UsageException;

/** Masks and noise through the whole job, from a directory that holds all three kinds of file. */
class CompanionsIT {
  private static final String NAME = "c4d_170316_062107_%s_z_ls9.N2.fits";

  @TempDir private Path directory;
  private Path input;

  @BeforeEach
  void copy() throws Exception {
    input = Files.createDirectory(directory.resolve("in"));
    for (String kind : List.of("ooi", "ood", "oow")) {
      String name = NAME.formatted(kind);
      Files.copy(SharedData.path("decam-mosaic3-bok/" + name), input.resolve(name));
    }
  }

  private LocalRun run() {
    return new LocalRun()
        .input(input)
        .with("--mask", "_ooi_=_ood_", "--noise", "_ooi_=_oow_", "--noise-kind", "weight");
  }

  @Test
  void theyAreNoFramesButBelongToOne() throws Exception {
    Path out = directory.resolve("out");
    LocalRun run = run();
    assertThat(run.to(out)).as(run.printed()).isZero();
    assertThat(run.printed()).contains("1 files", "a frame may have", "8 detections in 1 frames");
    Map<String, String> frame = new RunOutput(out).table("frames").get(0);
    assertThat(frame.get("image")).isEqualTo(NAME.formatted("ooi"));
    assertThat(frame.get("detections")).isEqualTo("8");
    assertThat(Integer.parseInt(frame.get("masked"))).isPositive();
  }

  @Test
  void aMissingOneIsAReject() throws Exception {
    Files.delete(input.resolve(NAME.formatted("oow")));
    Path out = directory.resolve("out");
    LocalRun run = run();
    assertThat(run.to(out)).as(run.printed()).isEqualTo(ExitCode.TOO_MANY_REJECTS);
    Map<String, String> reject = new RunOutput(out).table("rejects").get(0);
    assertThat(reject.get("code")).isEqualTo("NO_COMPANION");
    assertThat(reject.get("reason")).contains("no file " + NAME.formatted("oow"));
  }

  @Test
  void masksAloneAreNoInput() {
    LocalRun run = new LocalRun().with("--mask", "_ooi_=_ood_");
    run.input(input.resolve(NAME.formatted("ood")));
    assertThatThrownBy(() -> run.to(directory.resolve("out")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("masks and maps of noise");
  }
}
