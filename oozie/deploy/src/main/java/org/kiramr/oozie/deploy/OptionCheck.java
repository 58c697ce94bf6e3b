package org.kiramr.oozie.deploy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiramr.jobs.cli.KiraTool;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.extract.ExtractCommand;
import org.kiramr.jobs.rerun.RerunCommand;
import org.kiramr.oozie.action.CommandOptions;
import org.w3c.dom.Element;

/**
 * The options that an action hands to its command exist, and their values are in range. The command
 * itself is asked, so that options are listed nowhere else.
 */
final class OptionCheck implements Check {
  /** The argument of an action that holds options. */
  private static final String OPTIONS = "options=";

  /** The commands, by the main class that runs them. */
  private final Map<String, KiraTool> commands;

  OptionCheck() {
    // a check prints nothing
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    commands =
        Map.of(
            "org.kiramr.oozie.action.ExtractAction", new ExtractCommand(nowhere),
            "org.kiramr.oozie.action.RerunAction", new RerunCommand(nowhere));
  }

  @Override
  public List<Problem> problems(Application application) {
    List<Problem> problems = new ArrayList<>();
    for (Definition workflow : application.ofKind(Definition.Kind.WORKFLOW)) {
      for (Element action : workflow.all("java")) {
        KiraTool command = commands.get(Definition.text(action, "main-class").orElse(""));
        for (Element argument : Definition.children(action)) {
          String text = argument.getTextContent().strip();
          if (command != null
              && argument.getLocalName().equals("arg")
              && text.startsWith(OPTIONS)) {
            refusal(command, text.substring(OPTIONS.length()), application.values().all())
                .ifPresent(
                    reason ->
                        problems.add(
                            new Problem(workflow.file(), Definition.place(argument), reason)));
          }
        }
      }
    }
    return problems;
  }

  private static Optional<String> refusal(
      KiraTool command, String options, Map<String, String> values) {
    Optional<String> filled =
        Template.ifWellFormed(options).flatMap(template -> template.fill(values));
    try {
      filled.ifPresent(line -> CommandOptions.of(command, line));
      return Optional.empty();
    } catch (UsageException | IllegalArgumentException e) {
      return Optional.of(options + ": " + command.name() + " refuses it: " + e.getMessage());
    }
  }
}
