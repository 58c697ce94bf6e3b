package org.kiramr.oozie.deploy;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The jars in {@code lib} have every class of ours that a definition names, with a {@code main}
 * where it is to run, and the native libraries.
 */
final class JarCheck implements Check {
  private static final Pattern OUR_CLASS =
      Pattern.compile("org\\.kiramr(?:\\.\\w+)*\\.[A-Z][\\w$]*");
  private static final String MAIN_CLASS = "main-class";

  @Override
  public List<Problem> problems(Application application) throws IOException {
    List<Problem> problems = new ArrayList<>();
    for (String jar : List.of(ApplicationSources.KIRA_JAR, ApplicationSources.OOZIE_JAR)) {
      String file = Application.LIB + "/" + jar;
      if (!Files.isRegularFile(application.folder().resolve(file))) {
        problems.add(new Problem(file, "", "there is no such file"));
      }
    }
    if (!problems.isEmpty()) {
      return problems;
    }
    try (Jars jars = Jars.open(application.folder().resolve(Application.LIB))) {
      problems.addAll(natives(jars));
      for (Definition definition : application.definitions()) {
        for (Definition.Value value : definition.values()) {
          wrongClass(value, application, jars)
              .ifPresent(
                  reason -> problems.add(new Problem(definition.file(), value.place(), reason)));
        }
      }
    }
    return problems;
  }

  private static Optional<String> wrongClass(
      Definition.Value value, Application application, Jars jars) {
    boolean main = value.element().getLocalName().equals(MAIN_CLASS);
    Optional<String> name =
        Template.ifWellFormed(value.value())
            .flatMap(template -> template.fill(application.values().all()))
            .filter(text -> main || OUR_CLASS.matcher(text).matches());
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (!jars.hasClass(name.get())) {
      return Optional.of("there is no class " + name.get() + " in the jars of lib/");
    }
    return main ? wrongMain(name.get(), jars) : Optional.empty();
  }

  private static Optional<String> wrongMain(String name, Jars jars) {
    try {
      int modifiers = jars.load(name).getMethod("main", String[].class).getModifiers();
      return Modifier.isStatic(modifiers)
          ? Optional.empty()
          : Optional.of("the main of " + name + " is not static");
    } catch (NoSuchMethodException e) {
      return Optional.of("class " + name + " has no main");
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.of("class " + name + " cannot be loaded: " + e);
    }
  }

  /** Every platform that has libsep has the other two, and there is one. */
  private static List<Problem> natives(Jars jars) {
    List<Problem> problems = new ArrayList<>();
    List<String> platforms = jars.platforms();
    String jar = Application.LIB + "/" + ApplicationSources.KIRA_JAR;
    if (platforms.isEmpty()) {
      problems.add(new Problem(jar, "", "there is no " + Jars.SEP + " in it, for any platform"));
    }
    for (String platform : platforms) {
      for (String library :
          List.of(platform + "/libwcs.so", "com/sun/jna/" + platform + "/libjnidispatch.so")) {
        if (!jars.has(library)) {
          problems.add(new Problem(jar, "", "there is no " + library + " in it"));
        }
      }
    }
    return problems;
  }
}
