package org.kiramr.oozie.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A place where one definition starts another: a bundle its coordinators, a coordinator its
 * workflow.
 *
 * @param parent the one that starts
 * @param element the element that says so: it holds the path and the properties handed on
 * @param kind what is started
 */
record Start(Definition parent, Element element, Definition.Kind kind) {
  /** All starts in an application. */
  static List<Start> all(Application application) {
    List<Start> starts = new ArrayList<>();
    for (Definition parent : application.definitions()) {
      switch (parent.kind()) {
        case BUNDLE -> add(starts, parent, "coordinator", Definition.Kind.COORDINATOR);
        case COORDINATOR -> add(starts, parent, "workflow", Definition.Kind.WORKFLOW);
        case WORKFLOW -> add(starts, parent, "sub-workflow", Definition.Kind.WORKFLOW);
      }
    }
    return starts;
  }

  private static void add(
      List<Start> starts, Definition parent, String element, Definition.Kind kind) {
    parent.all(element).forEach(found -> starts.add(new Start(parent, found, kind)));
  }

  /** The file that is started, relative to the folder; empty if it is not in the application. */
  Optional<String> file(Application application) {
    return filledPath(application).flatMap(path -> application.fileAt(path, kind));
  }

  /** The path with all values put in; empty if one is missing. */
  Optional<String> filledPath(Application application) {
    String path = Definition.text(element, "app-path").orElse("");
    return Template.ifWellFormed(path)
        .flatMap(template -> template.fill(application.values().all()));
  }

  /** The properties that the parent hands on beside all that it was given itself. */
  List<Definition.Property> handedOn() {
    return Definition.properties(element, "configuration");
  }
}
