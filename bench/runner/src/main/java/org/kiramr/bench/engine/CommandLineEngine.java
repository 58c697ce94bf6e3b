package org.kiramr.bench.engine;

import java.util.List;
import java.util.Map;

/**
 * An engine that is described by its command line.
 *
 * @param command words, in which {@code {list}}, {@code {output}} and {@code {cores}} are replaced
 */
record CommandLineEngine(
    String name,
    Place place,
    Agreement agreement,
    List<String> preparation,
    List<String> command,
    Map<String, String> environment)
    implements Engine {
  static final String LIST = "{list}";
  static final String OUTPUT = "{output}";
  static final String CORES = "{cores}";

  CommandLineEngine {
    preparation = List.copyOf(preparation);
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  @Override
  public List<String> command(Work work) {
    return command.stream()
        .map(
            word ->
                word.replace(LIST, work.list().toString())
                    .replace(OUTPUT, work.output())
                    .replace(CORES, Integer.toString(work.cores())))
        .toList();
  }

  /**
   * An engine that is not ours: a line for the shell.
   *
   * @param line with {@code {list}}, {@code {output}} and, if it likes, {@code {cores}}
   */
  static CommandLineEngine external(String name, String line) {
    if (!line.contains(LIST) || !line.contains(OUTPUT)) {
      throw new IllegalArgumentException(
          "the command of engine " + name + " lacks " + LIST + " or " + OUTPUT + ": " + line);
    }
    // as parameters of the shell, so that no path can be taken for something else
    String script = line.replace(LIST, "\"$1\"").replace(OUTPUT, "\"$2\"").replace(CORES, "\"$3\"");
    return new CommandLineEngine(
        name,
        Place.LOCAL,
        Agreement.CLOSE,
        List.of("true"),
        List.of("/bin/sh", "-c", script, name, LIST, OUTPUT, CORES),
        Map.of());
  }
}
