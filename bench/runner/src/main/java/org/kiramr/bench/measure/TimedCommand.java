package org.kiramr.bench.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What is to be run under the clock.
 *
 * @param command program and arguments
 * @param environment settings beside or instead of ours; an empty one is taken away
 * @param cores numbers of the cores it may use
 * @param log where its standard output and error go, together
 * @param limit after which it is killed
 */
public record TimedCommand(
    List<String> command,
    Map<String, String> environment,
    List<Integer> cores,
    Path log,
    Duration limit) {
  public TimedCommand {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    cores = List.copyOf(cores);
  }
}
