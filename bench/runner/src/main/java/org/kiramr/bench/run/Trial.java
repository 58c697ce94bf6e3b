package org.kiramr.bench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kiramr.bench.engine.Outcome;
import org.kiramr.bench.measure.Measurement;

/**
 * An engine's work as it was: what it took, and what it left.
 *
 * @param command what was run
 * @param measured from outside
 * @param outcome of its output; nothing if there is none that can be read
 * @param problem why there is none
 * @param output local copy of the output
 * @param log what it printed
 */
record Trial(
    List<String> command,
    Measurement measured,
    Optional<Outcome> outcome,
    String problem,
    Path output,
    Path log) {
  /** The outcome of a run that nothing may be wrong with. */
  Outcome required(String what) throws IOException {
    if (measured.timedOut() || outcome.isEmpty()) {
      throw new IOException(
          what + " failed with exit code " + measured.exitCode() + ": " + problem + "; see " + log);
    }
    return outcome.get();
  }
}
