package org.kiramr.oozie.deploy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** Every property used is defined, and every property defined is used. */
final class PropertyCheck implements Check {
  private final OozieLanguage language;

  PropertyCheck(OozieLanguage language) {
    this.language = language;
  }

  @Override
  public List<Problem> problems(Application application) {
    Set<Problem> problems = new LinkedHashSet<>(application.values().problems());
    for (String name : application.properties().repeated()) {
      problems.add(ofProperties(name, "it is there more than once"));
    }
    application
        .properties()
        .values()
        .forEach(
            (name, value) -> {
              if (value.isEmpty()) {
                problems.add(ofProperties(name, "is empty: Oozie takes it for undefined"));
              }
            });
    Set<String> used = new HashSet<>(application.values().used());
    Scope scope = new Scope(application);
    for (Definition definition : application.definitions()) {
      References references = References.of(definition);
      problems.addAll(references.malformed());
      used.addAll(references.names());
      Set<String> defined = scope.of(definition);
      defined.addAll(language.constants(definition.kind()));
      for (References.Reference reference : references.properties()) {
        if (!defined.contains(reference.name()) && !OozieProperties.contains(reference.name())) {
          String reason = "${" + reference.name() + "} is not defined";
          problems.add(new Problem(definition.file(), reference.place(), reason));
        }
      }
    }
    unused(application, used, problems);
    return new ArrayList<>(problems);
  }

  private static void unused(Application application, Set<String> used, Set<Problem> problems) {
    for (String name : application.properties().values().keySet()) {
      if (!used.contains(name) && !OozieProperties.contains(name)) {
        problems.add(ofProperties(name, "nothing uses it"));
      }
    }
    for (Definition definition : application.definitions()) {
      Set<String> own = References.of(definition).names();
      for (Definition.Property property : Definition.properties(definition.root(), "parameters")) {
        // one without a value is a reference itself
        if (!own.contains(property.name())) {
          problems.add(unused(definition, property.element()));
        }
      }
    }
    for (Start start : Start.all(application)) {
      for (Definition.Property property : start.handedOn()) {
        if (!used.contains(property.name()) && !OozieProperties.contains(property.name())) {
          problems.add(unused(start.parent(), property.element()));
        }
      }
    }
  }

  private static Problem unused(Definition definition, Element property) {
    return new Problem(definition.file(), Definition.place(property), "nothing uses it");
  }

  private static Problem ofProperties(String name, String reason) {
    return new Problem(Application.PROPERTIES, "property " + name, reason);
  }
}
