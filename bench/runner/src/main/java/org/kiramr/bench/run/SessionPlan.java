package org.kiramr.bench.run;

import java.nio.file.Path;
import java.util.List;
import org.kiramr.bench.dataset.Manifest;
import org.kiramr.bench.engine.Engine;

/**
 * What a session will do.
 *
 * @param checkout root of the sources
 * @param manifest of the data set
 * @param engines in the order of the command line
 * @param reference whose catalogues the others are held against
 * @param turns all runs, in order
 * @param cold whether the page cache is emptied before a run
 */
record SessionPlan(
    Path checkout,
    Manifest manifest,
    List<Engine> engines,
    Engine reference,
    List<Turn> turns,
    boolean cold) {
  SessionPlan {
    engines = List.copyOf(engines);
    turns = List.copyOf(turns);
  }
}
