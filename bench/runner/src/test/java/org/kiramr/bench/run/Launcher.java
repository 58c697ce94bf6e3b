package org.kiramr.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the launchers of a checkout as a user does. */
final class Launcher {
  private final Path checkout;
  private final Path folder;

  /**
   * @param folder where what they print is kept meanwhile
   */
  Launcher(Path checkout, Path folder) {
    this.checkout = checkout;
    this.folder = folder;
  }

  /** Runs a launcher, which is named by its path in the checkout, and returns what it printed. */
  String run(int expectedCode, String launcher, String... arguments)
      throws IOException, InterruptedException {
    Path log = folder.resolve("launcher.log");
    List<String> command = new ArrayList<>();
    command.add(checkout.resolve(launcher).toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    String said = Files.readString(log);
    assertThat(process.exitValue()).as(said).isEqualTo(expectedCode);
    return said;
  }
}
