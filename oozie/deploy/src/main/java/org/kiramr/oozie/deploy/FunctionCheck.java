package org.kiramr.oozie.deploy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * Every function called is one of Oozie's, and the node, input or data set that is named is there.
 */
final class FunctionCheck implements Check {
  private static final Set<String> OF_DATA = Set.of("coord:dataIn", "coord:dataOut");

  private final OozieLanguage language;

  FunctionCheck(OozieLanguage language) {
    this.language = language;
  }

  @Override
  public List<Problem> problems(Application application) {
    List<Problem> problems = new ArrayList<>();
    for (Definition definition : application.definitions()) {
      Set<String> functions = language.functions(definition.kind());
      Set<String> nodes = names(Definition.children(definition.root()));
      Set<String> events = names(definition.all("data-in"));
      events.addAll(names(definition.all("data-out")));
      for (References.Call found : References.of(definition).calls()) {
        String function = found.call().function();
        String argument = found.call().argument();
        if (!functions.contains(function)) {
          problems.add(
              new Problem(definition.file(), found.place(), "Oozie has no function " + function));
        } else if (argument != null && isOfNode(function) && !nodes.contains(argument)) {
          problems.add(
              new Problem(definition.file(), found.place(), "there is no node " + argument));
        } else if (argument != null && OF_DATA.contains(function) && !events.contains(argument)) {
          problems.add(
              new Problem(definition.file(), found.place(), "there is no event " + argument));
        }
      }
      problems.addAll(unknownDatasets(definition));
    }
    return problems;
  }

  /** All functions of workflows that take a name take a node's, but for the one for properties. */
  private static boolean isOfNode(String function) {
    return (function.startsWith("wf:") && !function.equals("wf:conf"))
        || function.equals("hadoop:counters");
  }

  private static List<Problem> unknownDatasets(Definition definition) {
    Set<String> known = names(definition.all("dataset"));
    // an included file may have others
    if (definition.kind() != Definition.Kind.COORDINATOR || !definition.all("include").isEmpty()) {
      return List.of();
    }
    List<Element> events = new ArrayList<>(definition.all("data-in"));
    events.addAll(definition.all("data-out"));
    return events.stream()
        .filter(event -> !known.contains(event.getAttribute("dataset")))
        .map(
            event ->
                new Problem(
                    definition.file(),
                    Definition.place(event),
                    "there is no dataset " + event.getAttribute("dataset")))
        .toList();
  }

  private static Set<String> names(List<Element> elements) {
    return elements.stream()
        .map(element -> element.getAttribute("name"))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
