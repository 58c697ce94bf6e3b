package org.kiramr.oozie.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The command lines that start what an application has. */
final class SubmitCommands {
  private static final String PLAIN = "[\\w@%+=:,./-]+";

  private final Application application;
  private final Scope scope;
  private final String beginning;

  /**
   * Commands for an application without problems.
   *
   * @param url the server's
   * @param properties the file to submit with
   * @param overrides properties that have another value than in the file
   */
  SubmitCommands(
      Application application, String url, Path properties, Map<String, String> overrides) {
    this.application = application;
    this.scope = new Scope(application);
    StringBuilder words = new StringBuilder("oozie job -oozie ");
    words.append(quote(url)).append(" -config ").append(quote(properties.toString()));
    overrides.forEach((name, value) -> words.append(define(name, value)));
    this.beginning = words.toString();
  }

  /**
   * A line for each definition: the bundle first, then the coordinators, then the workflows. What
   * one needs that the properties do not have is named in capitals, to be filled in.
   */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Definition.Kind kind :
        List.of(Definition.Kind.BUNDLE, Definition.Kind.COORDINATOR, Definition.Kind.WORKFLOW)) {
      application.ofKind(kind).forEach(definition -> lines.add(line(definition)));
    }
    return lines;
  }

  private String line(Definition definition) {
    StringBuilder line = new StringBuilder(beginning);
    String property = definition.kind().pathProperty();
    if (application.values().get(property).isEmpty()) {
      line.append(define(property, path(definition)));
    }
    for (String name : new TreeSet<>(scope.neededAlone(definition))) {
      line.append(define(name, name.toUpperCase(Locale.ROOT)));
    }
    return line.append(" -run").toString();
  }

  private String path(Definition definition) {
    String path = application.values().get(Application.PATH).orElseThrow();
    String file = "/" + definition.file();
    String defaultFile = "/" + definition.kind().defaultFile();
    // the bundle stays a file: its folder is that of the whole application
    return path
        + (file.endsWith(defaultFile) && !file.equals(defaultFile)
            ? file.substring(0, file.length() - defaultFile.length())
            : file);
  }

  private static String define(String name, String value) {
    return " -D " + quote(name + "=" + value);
  }

  private static String quote(String word) {
    return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
