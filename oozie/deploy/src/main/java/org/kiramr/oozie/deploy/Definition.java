package org.kiramr.oozie.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * A workflow, coordinator or bundle of the application.
 *
 * @param file its path relative to the application's folder, parted by slashes
 * @param kind which of the three it is
 * @param root its root element
 */
record Definition(String file, Kind kind, Element root) {
  /** What a definition defines. */
  enum Kind {
    WORKFLOW("workflow", "oozie.wf.application.path"),
    COORDINATOR("coordinator", "oozie.coord.application.path"),
    BUNDLE("bundle", "oozie.bundle.application.path");

    private final String word;
    private final String pathProperty;

    Kind(String word, String pathProperty) {
      this.word = word;
      this.pathProperty = pathProperty;
    }

    /** The kind whose root element has this name. */
    static Optional<Kind> ofRoot(String element) {
      for (Kind kind : values()) {
        if (element.equals(kind.word + "-app")) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    /** The file in a folder that Oozie looks for when it is given the folder. */
    String defaultFile() {
      return word + ".xml";
    }

    /** The property that tells Oozie to start one. */
    String pathProperty() {
      return pathProperty;
    }
  }

  /**
   * A value in a definition: an attribute, or the text of an element without children.
   *
   * @param element the element
   * @param attribute the attribute's name, null for the text
   * @param value the value, with blanks at its ends removed
   */
  record Value(Element element, String attribute, String value) {
    /** Where it is, for a person. */
    String place() {
      String of = Definition.place(element);
      return attribute == null ? of : attribute + " of " + of;
    }
  }

  /** Every value, in the order of the document. */
  List<Value> values() {
    List<Value> values = new ArrayList<>();
    collect(root, values);
    return values;
  }

  private static void collect(Element element, List<Value> values) {
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      if (attribute.getNamespaceURI() == null) {
        values.add(new Value(element, attribute.getNodeName(), attribute.getNodeValue().strip()));
      }
    }
    List<Element> children = children(element);
    if (children.isEmpty()) {
      values.add(new Value(element, null, element.getTextContent().strip()));
    }
    children.forEach(child -> collect(child, values));
  }

  /** All elements of this name below the root, in the order of the document. */
  List<Element> all(String name) {
    List<Element> found = new ArrayList<>();
    find(root, name, found);
    return found;
  }

  private static void find(Element element, String name, List<Element> found) {
    for (Element child : children(element)) {
      if (child.getLocalName().equals(name)) {
        found.add(child);
      }
      find(child, name, found);
    }
  }

  /** The child elements. */
  static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  /** The text of the first child of this name, with blanks at its ends removed. */
  static Optional<String> text(Element element, String child) {
    return children(element).stream()
        .filter(candidate -> candidate.getLocalName().equals(child))
        .map(found -> found.getTextContent().strip())
        .findFirst();
  }

  /**
   * The properties of the element's {@code child}, such as {@code configuration}: name and value.
   */
  static List<Property> properties(Element element, String child) {
    return children(element).stream()
        .filter(candidate -> candidate.getLocalName().equals(child))
        .flatMap(list -> children(list).stream())
        .map(
            property ->
                new Property(property, text(property, "name").orElse(""), text(property, "value")))
        .toList();
  }

  /** A property in a {@code configuration} or among the {@code parameters}. */
  record Property(Element element, String name, Optional<String> value) {}

  /** Where an element is, for a person: its name, and the named element that it belongs to. */
  static String place(Element element) {
    String own = element.getLocalName();
    if (own.equals("property") || own.equals("name") || own.equals("value")) {
      Element property = own.equals("property") ? element : (Element) element.getParentNode();
      return "property " + text(property, "name").orElse("");
    }
    for (Node node = element; node instanceof Element owner; node = node.getParentNode()) {
      if (owner.hasAttribute("name") && owner.getParentNode() instanceof Element) {
        String named = owner.getLocalName() + " " + owner.getAttribute("name");
        return owner == element ? named : own + " of " + named;
      }
    }
    return own;
  }
}
