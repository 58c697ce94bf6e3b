package org.kiramr.bench.cloud;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.kiramr.bench.model.Term;
import org.kiramr.bench.record.FrameDetections;

/** What no run on one machine can tell, each number with its reason; seconds, bytes and parts. */
public record Assumptions(
    Term coresPerNode,
    Term nodeBytesPerSecond,
    Term totalBytesPerSecond,
    Term slowNodeFraction,
    Term slowNodeFactor,
    Term stragglerFraction,
    Term stragglerFactor,
    Term skewSigma,
    Term skewCorrelation,
    Term skewStretch,
    Term crowdedShare,
    Term jobSeconds,
    Term containerSeconds,
    Term executorSeconds,
    Term mapReducePlanSeconds,
    Term mapReduceDispatchSeconds,
    Term sparkDispatchSeconds,
    Term cPlanSeconds,
    Term cDispatchSeconds,
    Term openBytes) {
  private static final String DEFAULTS = "assumptions.json";
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** Those that the program brings along. */
  public static Assumptions defaults() throws IOException {
    try (InputStream in = Assumptions.class.getResourceAsStream(DEFAULTS)) {
      if (in == null) {
        throw new FileNotFoundException(DEFAULTS + " is not on the class path");
      }
      return JSON.readValue(in, Assumptions.class);
    }
  }

  /** Those of a file, which must give every number. */
  public static Assumptions read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Assumptions.class);
  }

  /** A cluster of that many cores. */
  ClusterProfile cluster(int cores) {
    return new ClusterProfile(
        cores,
        (int) coresPerNode.value(),
        nodeBytesPerSecond.value(),
        totalBytesPerSecond.value(),
        slowNodeFraction.value(),
        slowNodeFactor.value(),
        stragglerFraction.value(),
        stragglerFactor.value());
  }

  /** The sky, where nobody has measured it. */
  Sky sky() {
    return Sky.logNormal(skewSigma.value(), skewCorrelation.value(), (int) skewStretch.value());
  }

  /** The sky whose detections were measured; how alike neighbours are is assumed all the same. */
  Sky sky(FrameDetections measured) {
    return Sky.measured(measured, skewCorrelation.value(), (int) skewStretch.value());
  }
}
