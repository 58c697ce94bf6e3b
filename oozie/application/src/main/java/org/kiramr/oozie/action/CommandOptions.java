package org.kiramr.oozie.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kiramr.jobs.cli.KiraTool;

/** The options of a command as an operator writes them into a property, for an action to run it. */
public final class CommandOptions {
  /** What the action sets, and what makes a command print something in place of its work. */
  private static final Set<String> NOT_HERE =
      Set.of("input", "provenance", "overwrite", "help", "keys");

  private CommandOptions() {}

  /**
   * The words of a line of options, see {@link OptionWords}.
   *
   * @throws org.kiramr.jobs.cli.UsageException if the command refuses them
   * @throws IllegalArgumentException if a quote is not closed, or one is not the operator's to give
   */
  public static List<String> of(KiraTool command, String line) {
    List<String> words = OptionWords.of(line);
    List<String> whole = new ArrayList<>(words);
    // a command asks for its output, and refuses a second one
    whole.addAll(List.of("--output", "staging"));
    Set<String> given = new TreeSet<>(command.check(whole.toArray(String[]::new)));
    given.retainAll(NOT_HERE);
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("not to be given here: --" + String.join(", --", given));
    }
    return words;
  }
}
