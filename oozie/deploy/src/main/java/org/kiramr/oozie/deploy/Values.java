package org.kiramr.oozie.deploy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The properties' values with the properties that they name put in, as Oozie does when it takes
 * them. Immutable.
 */
final class Values {
  /** What Oozie's client adds. */
  static final String USER = "user.name";

  private final Map<String, String> raw;
  private final Map<String, String> resolved = new HashMap<>();
  private final Set<String> used = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final String file;

  /**
   * Puts the values in.
   *
   * @param file where the properties are from, for messages
   * @param user who will submit, short
   */
  Values(String file, Map<String, String> properties, String user) {
    this.file = file;
    this.raw = new HashMap<>(properties);
    raw.put(USER, user);
    properties.keySet().forEach(name -> resolve(name, new LinkedHashSet<>()));
    resolved.put(USER, user);
  }

  private Optional<String> resolve(String name, Set<String> open) {
    if (resolved.containsKey(name)) {
      return Optional.of(resolved.get(name));
    }
    if (!open.add(name)) {
      report(name, "it refers to itself: " + String.join(" -> ", open) + " -> " + name);
      return Optional.empty();
    }
    Optional<String> value = fill(name, open);
    open.remove(name);
    value.ifPresent(text -> resolved.put(name, text));
    return value;
  }

  private Optional<String> fill(String name, Set<String> open) {
    Template template;
    try {
      template = Template.of(raw.get(name));
    } catch (IllegalArgumentException e) {
      report(name, e.getMessage());
      return Optional.empty();
    }
    used.addAll(template.variables());
    for (Template.Call call : template.calls()) {
      report(name, call.function() + "(...) is not evaluated here, only in XML");
    }
    for (String variable : template.variables()) {
      if (!raw.containsKey(variable)) {
        report(name, "${" + variable + "} is not defined");
      } else {
        resolve(variable, open);
      }
    }
    return template.fill(resolved);
  }

  private void report(String name, String reason) {
    Problem problem = new Problem(file, "property " + name, reason);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  /** The value of a property; empty if there is none, or it has a problem. */
  Optional<String> get(String name) {
    return Optional.ofNullable(resolved.get(name));
  }

  /** All values that could be told. */
  Map<String, String> all() {
    return Map.copyOf(resolved);
  }

  /** The names that occur in other properties' values. */
  Set<String> used() {
    return Set.copyOf(used);
  }

  /** What is wrong with the values. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }
}
