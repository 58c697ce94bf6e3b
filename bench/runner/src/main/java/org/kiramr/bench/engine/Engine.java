package org.kiramr.bench.engine;

import java.util.List;
import java.util.Map;

/** Something that extracts sources from frames, as a command line. */
public interface Engine {
  /** Its name, as in the option {@code --engines}. */
  String name();

  /** Where it works. */
  Place place();

  /** What its catalogue is held against. */
  Agreement agreement();

  /** A command that builds what is missing and succeeds if the engine can run here. */
  List<String> preparation();

  /** The command that does the work. */
  List<String> command(Work work);

  /** What it wants in its environment. */
  Map<String, String> environment();
}
