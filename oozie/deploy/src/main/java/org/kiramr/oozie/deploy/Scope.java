package org.kiramr.oozie.deploy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which properties have a value when a definition is read. A bundle's coordinators get all that the
 * bundle was submitted with and what it hands on; so does a coordinator's workflow.
 */
final class Scope {
  private final Application application;
  private final List<Start> starts;

  Scope(Application application) {
    this.application = application;
    this.starts = Start.all(application);
  }

  /** The names that have a value in a definition however it is started from another. */
  Set<String> of(Definition definition) {
    Set<String> names = inherited(definition);
    Definition.properties(definition.root(), "parameters").stream()
        .filter(parameter -> parameter.value().isPresent())
        .forEach(parameter -> names.add(parameter.name()));
    return names;
  }

  /**
   * The names that a definition needs and the properties do not have, since who starts it hands
   * them on. They have to be given when it is submitted alone.
   */
  Set<String> neededAlone(Definition definition) {
    Set<String> names = new HashSet<>(References.of(definition).names());
    names.retainAll(of(definition));
    names.removeAll(submitted());
    Definition.properties(definition.root(), "parameters").stream()
        .filter(parameter -> parameter.value().isPresent())
        .forEach(parameter -> names.remove(parameter.name()));
    return names;
  }

  private Set<String> submitted() {
    Set<String> names = new HashSet<>(application.properties().values().keySet());
    names.add(Values.USER);
    return names;
  }

  private Set<String> inherited(Definition definition) {
    Set<String> names = null;
    for (Start start : starts) {
      // what a sub-workflow gets depends on more than its parent: it is looked at as if alone
      if (start.parent().kind() != Definition.Kind.WORKFLOW
          && start.file(application).filter(definition.file()::equals).isPresent()) {
        Set<String> given = of(start.parent());
        start.handedOn().forEach(property -> given.add(property.name()));
        if (names == null) {
          names = given;
        } else {
          names.retainAll(given);
        }
      }
    }
    return names == null ? submitted() : names;
  }
}
