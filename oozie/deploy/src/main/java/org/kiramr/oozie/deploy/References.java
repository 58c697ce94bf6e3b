package org.kiramr.oozie.deploy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the expressions of a definition refer to, and where. Immutable. */
final class References {
  /**
   * A reference.
   *
   * @param place where it is, for a person
   * @param name the property's name
   */
  record Reference(String place, String name) {}

  /**
   * A call of a function.
   *
   * @param place where it is, for a person
   * @param call the call
   */
  record Call(String place, Template.Call call) {}

  private final List<Reference> properties = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<Problem> malformed = new ArrayList<>();

  private References() {}

  /** The references of a definition. */
  static References of(Definition definition) {
    References references = new References();
    for (Definition.Value value : definition.values()) {
      try {
        references.add(value.place(), Template.of(value.value()));
      } catch (IllegalArgumentException e) {
        references.malformed.add(new Problem(definition.file(), value.place(), e.getMessage()));
      }
    }
    for (Definition.Property parameter : Definition.properties(definition.root(), "parameters")) {
      if (parameter.value().isEmpty()) {
        references.properties.add(
            new Reference(Definition.place(parameter.element()), parameter.name()));
      }
    }
    return references;
  }

  private void add(String place, Template template) {
    template.variables().forEach(name -> properties.add(new Reference(place, name)));
    for (Template.Call call : template.calls()) {
      calls.add(new Call(place, call));
      if (isConfiguration(call)) {
        properties.add(new Reference(place, call.argument()));
      }
    }
  }

  /** Whether the call is the long way to write a property. */
  private static boolean isConfiguration(Template.Call call) {
    return call.argument() != null
        && Set.of("wf:conf", "coord:conf", "bundle:conf").contains(call.function());
  }

  /** The properties, and constants, that are named; also the parameters that must be given. */
  List<Reference> properties() {
    return List.copyOf(properties);
  }

  /** Their names. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    properties.forEach(reference -> names.add(reference.name()));
    return names;
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Texts that are no expressions as Oozie reads them. */
  List<Problem> malformed() {
    return List.copyOf(malformed);
  }
}
