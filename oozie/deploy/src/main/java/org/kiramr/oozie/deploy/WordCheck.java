package org.kiramr.oozie.deploy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A property that expressions compare with words has one of them as its value: another one would
 * quietly be taken for the default.
 */
final class WordCheck implements Check {
  @Override
  public List<Problem> problems(Application application) {
    Map<String, Set<String>> words = new TreeMap<>();
    for (Definition definition : application.definitions()) {
      for (Definition.Value value : definition.values()) {
        Template.ifWellFormed(value.value())
            .map(Template::comparisons)
            .orElse(List.of())
            .forEach(
                found ->
                    words
                        .computeIfAbsent(found.variable(), name -> new LinkedHashSet<>())
                        .add(found.word()));
      }
    }
    List<Problem> problems = new ArrayList<>();
    words.forEach(
        (name, known) ->
            application
                .values()
                .get(name)
                .filter(value -> !known.contains(value))
                .ifPresent(
                    value -> {
                      String reason = "'" + value + "' is none of " + String.join(", ", known);
                      problems.add(new Problem(Application.PROPERTIES, "property " + name, reason));
                    }));
    return problems;
  }
}
