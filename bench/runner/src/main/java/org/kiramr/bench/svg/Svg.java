package org.kiramr.bench.svg;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An SVG picture in the making; lengths in its user units, y downwards. Not thread-safe. */
final class Svg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  /**
   * Opens the picture.
   *
   * @param title what a reader who cannot see it is told
   */
  Svg(double width, double height, String title) {
    try {
      xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartElement("svg");
      xml.writeDefaultNamespace(NAMESPACE);
      attribute("viewBox", "0 0 " + number(width) + " " + number(height));
      attribute("width", number(width));
      attribute("height", number(height));
      attribute("role", "img");
      attribute("font-family", "system-ui, sans-serif");
      attribute("font-size", "13");
      element("title", title);
      rect(0, 0, width, height, "#ffffff", null);
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  /** A text; {@code anchor} is start, middle or end. */
  void text(double x, double y, String anchor, String content, String... attributes) {
    try {
      open("text", attributes);
      attribute("x", number(x));
      attribute("y", number(y));
      attribute("text-anchor", anchor);
      xml.writeCharacters(content);
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  void line(double x1, double y1, double x2, double y2, String colour, String... attributes) {
    try {
      open("line", attributes);
      attribute("x1", number(x1));
      attribute("y1", number(y1));
      attribute("x2", number(x2));
      attribute("y2", number(y2));
      attribute("stroke", colour);
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  /** A filled rectangle; a tip, unless null, is shown where the pointer rests. */
  void rect(double x, double y, double width, double height, String colour, String tip) {
    try {
      open("rect");
      attribute("x", number(x));
      attribute("y", number(y));
      attribute("width", number(width));
      attribute("height", number(height));
      attribute("fill", colour);
      tip(tip);
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  /** A closed or open path of SVG commands. */
  void path(String commands, String tip, String... attributes) {
    try {
      open("path", attributes);
      attribute("d", commands);
      tip(tip);
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  /** Closes the picture and gives its text. */
  String finish() {
    try {
      xml.writeEndElement();
      xml.close();
      return text.toString();
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  /** A coordinate: two digits after the point are finer than a screen. */
  static String number(double value) {
    String digits = String.format(Locale.ROOT, "%.2f", value);
    return digits.endsWith(".00") ? digits.substring(0, digits.length() - 3) : digits;
  }

  private void open(String name, String... attributes) throws XMLStreamException {
    xml.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      attribute(attributes[i], attributes[i + 1]);
    }
  }

  private void tip(String tip) throws XMLStreamException {
    if (tip != null) {
      element("title", tip);
    }
  }

  private void element(String name, String content) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(content);
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, value);
  }

  private static IllegalStateException unexpected(XMLStreamException e) {
    return new IllegalStateException("an SVG picture in memory", e);
  }
}
