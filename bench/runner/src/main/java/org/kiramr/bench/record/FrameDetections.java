package org.kiramr.bench.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.kiramr.bench.stat.Samples;

/**
 * How the detections of a catalogue are spread over its frames.
 *
 * @param frames number of frames
 * @param quantiles detections of a frame at probabilities from 0 to 1 in even steps, so that the
 *     first is the least and the last the most; at least two
 */
public record FrameDetections(int frames, List<Double> quantiles) {
  private static final int STEPS = 50;

  public FrameDetections {
    quantiles = List.copyOf(quantiles);
    if (frames < 1 || quantiles.size() < 2) {
      throw new IllegalArgumentException(frames + " frames, " + quantiles.size() + " quantiles");
    }
  }

  /** Of the detections of each frame, at least one frame. */
  public static FrameDetections of(Collection<Double> detections) {
    List<Double> quantiles = new ArrayList<>();
    for (int step = 0; step <= STEPS; step++) {
      quantiles.add(Samples.quantile(detections, (double) step / STEPS));
    }
    return new FrameDetections(detections.size(), quantiles);
  }

  /** Detections that frames of this part of them do not exceed, from 0 to 1. */
  public double quantile(double probability) {
    double place = probability * (quantiles.size() - 1);
    int below = Math.min((int) place, quantiles.size() - 2);
    double low = quantiles.get(below);
    return low + (place - below) * (quantiles.get(below + 1) - low);
  }

  /** Mean of {@link #quantile} over all probabilities. */
  public double mean() {
    double inner = quantiles.stream().mapToDouble(Double::doubleValue).sum();
    double ends = quantiles.get(0) + quantiles.get(quantiles.size() - 1);
    return (inner - ends / 2) / (quantiles.size() - 1);
  }
}
