package org.kiramr.oozie.deploy;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.apache.oozie.client.OozieClient;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Every definition is valid by the schemas in Oozie's own client. */
final class SchemaCheck implements Check {
  private static final String OOZIE = "uri:oozie:";

  @Override
  public List<Problem> problems(Application application) throws IOException {
    List<Problem> problems = new ArrayList<>(application.unreadable());
    for (Definition definition : application.definitions()) {
      List<Source> schemas = new ArrayList<>();
      for (String namespace : namespaces(definition.root(), new TreeSet<>())) {
        Optional<URL> schema = schema(namespace);
        if (schema.isPresent()) {
          schemas.add(new StreamSource(schema.get().toExternalForm()));
        } else {
          String reason = "Oozie's client has no schema for it";
          problems.add(new Problem(definition.file(), "namespace " + namespace, reason));
        }
      }
      if (problems.stream().noneMatch(problem -> problem.file().equals(definition.file()))) {
        validate(application, definition, schemas, problems);
      }
    }
    return problems;
  }

  private static void validate(
      Application application, Definition definition, List<Source> schemas, List<Problem> problems)
      throws IOException {
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      // the schema of workflows includes another that lies beside it in the jar
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "jar:file,file");
      Validator validator = factory.newSchema(schemas.toArray(Source[]::new)).newValidator();
      validator.setErrorHandler(new Collector(definition.file(), problems));
      validator.validate(
          new StreamSource(application.folder().resolve(definition.file()).toFile()));
    } catch (SAXException e) {
      problems.add(new Problem(definition.file(), line(e), e.getMessage()));
    }
  }

  private static Set<String> namespaces(Element element, Set<String> found) {
    String namespace = element.getNamespaceURI();
    found.add(namespace == null ? "" : namespace);
    Definition.children(element).forEach(child -> namespaces(child, found));
    return found;
  }

  /** Oozie names the file after the namespace; those of its core have its name before. */
  private static Optional<URL> schema(String namespace) {
    if (!namespace.startsWith(OOZIE)) {
      return Optional.empty();
    }
    String name = namespace.substring(OOZIE.length()).replace(':', '-') + ".xsd";
    return Stream.of("/oozie-" + name, "/" + name)
        .map(OozieClient.class::getResource)
        .filter(url -> url != null)
        .findFirst();
  }

  /** The line that an exception names; empty if it names none. */
  static String line(SAXException e) {
    return e instanceof SAXParseException parse && parse.getLineNumber() > 0
        ? "line " + parse.getLineNumber()
        : "";
  }

  /** Goes on after an error, to tell all of them. */
  private record Collector(String file, List<Problem> problems) implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      error(e);
    }

    @Override
    public void error(SAXParseException e) {
      problems.add(new Problem(file, line(e), "not valid: " + e.getMessage()));
    }

    @Override
    public void fatalError(SAXParseException e) {
      error(e);
    }
  }
}
