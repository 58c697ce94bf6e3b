package org.kiramr.oozie.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the application starts is in it: paths of bundle, coordinators and workflows, and the jars
 * are found.
 */
final class ReferenceCheck implements Check {
  private static final String LIBPATH = "oozie.libpath";

  @Override
  public List<Problem> problems(Application application) {
    List<Problem> problems = new ArrayList<>();
    if (application.values().get(Application.PATH).isEmpty()
        && !application.properties().values().containsKey(Application.PATH)) {
      problems.add(
          ofProperty(Application.PATH, "is missing: the path that the application is to have"));
    }
    for (Definition.Kind kind : Definition.Kind.values()) {
      Optional<String> path = application.values().get(kind.pathProperty());
      if (path.isPresent()) {
        missing(application, path.get(), kind)
            .ifPresent(reason -> problems.add(ofProperty(kind.pathProperty(), reason)));
      }
    }
    for (Start start : Start.all(application)) {
      String place = "app-path of " + Definition.place(start.element());
      start
          .filledPath(application)
          .flatMap(path -> missing(application, path, start.kind()))
          .ifPresent(reason -> problems.add(new Problem(start.parent().file(), place, reason)));
    }
    jars(application).ifPresent(problems::add);
    return problems;
  }

  private static Optional<String> missing(
      Application application, String path, Definition.Kind kind) {
    Optional<String> file = application.fileAt(path, kind);
    if (file.isEmpty()) {
      return Optional.of(path + " is not in the application, ${" + Application.PATH + "}");
    }
    Optional<Definition> definition = application.definition(file.get());
    if (definition.isEmpty()) {
      return Optional.of("there is no " + file.get() + " in the application");
    }
    return definition.get().kind() == kind
        ? Optional.empty()
        : Optional.of(file.get() + " is no " + kind.defaultFile().replace(".xml", ""));
  }

  /** Oozie gives a workflow the jars of a lib beside it, and those of one path more. */
  private static Optional<Problem> jars(Application application) {
    String wanted = application.values().get(Application.PATH).orElse("") + "/" + Application.LIB;
    Optional<String> given = application.values().get(LIBPATH);
    boolean beside =
        application.ofKind(Definition.Kind.WORKFLOW).stream()
            .allMatch(workflow -> workflow.file().indexOf('/') < 0);
    return beside || given.filter(wanted::equals).isPresent()
        ? Optional.empty()
        : Optional.of(
            ofProperty(
                LIBPATH,
                "must be ${"
                    + Application.PATH
                    + "}/"
                    + Application.LIB
                    + ", or the workflows do not find their jars"));
  }

  private static Problem ofProperty(String name, String reason) {
    return new Problem(Application.PROPERTIES, "property " + name, reason);
  }
}
