package org.kiramr.oozie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.kiramr.cluster.Command;
import org.kiramr.cluster.CommandResult;
import org.kiramr.jobs.extract.RunOutput;

/** Simulated frames, and catalogues, made by the command line. */
public final class Sky {
  private Sky() {}

  /** Simulates small frames, in r and of one field each, in a new directory; returns them. */
  public static List<Path> simulate(Path directory, int frames) throws Exception {
    run(
        "simulate",
        "-o",
        directory.toString(),
        "--frames",
        Integer.toString(frames),
        "--bands",
        "r",
        "--size",
        "512x384",
        "--overlap",
        "16");
    return frames(directory);
  }

  /** Extracts a directory's frames on this machine. */
  public static RunOutput extract(Path frames, Path output) throws Exception {
    run("extract", "-i", frames.toString(), "-o", output.toString());
    return new RunOutput(output);
  }

  private static void run(String... words) throws Exception {
    CommandResult result = Command.kira(words).run();
    assertThat(result.exitCode()).as(result::describe).isZero();
  }

  private static List<Path> frames(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().contains(".fit")).sorted().toList();
    }
  }
}
