package org.kiramr.oozie.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * An application's folder, read: its definitions and its properties. Immutable.
 *
 * @param folder where it is
 * @param definitions those of its XML files that are well-formed definitions
 * @param properties its {@code job.properties}
 * @param values what the properties mean
 * @param unreadable what is wrong with the other XML files
 */
record Application(
    Path folder,
    List<Definition> definitions,
    PropertiesFile properties,
    Values values,
    List<Problem> unreadable) {
  /** The operator's file. */
  static final String PROPERTIES = "job.properties";

  /** The folder of the jars. */
  static final String LIB = "lib";

  /** The property that says where the application is to be. */
  static final String PATH = "application";

  Application {
    definitions = List.copyOf(definitions);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * Reads a folder.
   *
   * @param user who will submit, short
   * @throws IOException if the properties, or another file, cannot be read
   */
  static Application read(Path folder, String user) throws IOException {
    PropertiesFile properties = PropertiesFile.read(folder.resolve(PROPERTIES));
    Values values = new Values(PROPERTIES, properties.values(), user);
    List<Definition> definitions = new ArrayList<>();
    List<Problem> unreadable = new ArrayList<>();
    for (Path file : xmlFiles(folder)) {
      String name = relative(folder, file);
      try {
        Element root = XmlReader.root(file);
        Optional<Definition.Kind> kind = Definition.Kind.ofRoot(root.getLocalName());
        if (kind.isPresent()) {
          definitions.add(new Definition(name, kind.get(), root));
        } else {
          String reason = "is no workflow-app, coordinator-app or bundle-app";
          unreadable.add(new Problem(name, "element " + root.getLocalName(), reason));
        }
      } catch (SAXException e) {
        unreadable.add(new Problem(name, SchemaCheck.line(e), "not XML: " + e.getMessage()));
      }
    }
    return new Application(folder, definitions, properties, values, unreadable);
  }

  private static List<Path> xmlFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".xml"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static String relative(Path folder, Path file) {
    return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  /** The definitions of a kind. */
  List<Definition> ofKind(Definition.Kind kind) {
    return definitions.stream().filter(definition -> definition.kind() == kind).toList();
  }

  /**
   * The file of this folder that Oozie would read for a path: a folder of the application, or a
   * file in it.
   *
   * @param path with all values put in
   * @param kind what is to be started
   * @return relative to the folder; empty if the path is not in the application
   */
  Optional<String> fileAt(String path, Definition.Kind kind) {
    String root = values.get(PATH).orElse(null);
    if (root == null || !(path.equals(root) || path.startsWith(root + "/"))) {
      return Optional.empty();
    }
    String file = path.endsWith(".xml") ? path : path + "/" + kind.defaultFile();
    return Optional.of(file.substring(root.length() + 1));
  }

  /** The definition in a file of this name. */
  Optional<Definition> definition(String file) {
    return definitions.stream().filter(definition -> definition.file().equals(file)).findFirst();
  }
}
