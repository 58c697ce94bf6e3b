package org.kiramr.bench.cluster;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The properties of one of Hadoop's {@code *-site.xml} files, in the order they were set. */
final class Site {
  private final Map<String, String> properties = new LinkedHashMap<>();

  /** Sets one; numbers and booleans by their text. */
  Site set(String name, Object value) {
    properties.put(name, value.toString());
    return this;
  }

  /** Writes the file. */
  void write(Path file) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
      xml.writeStartDocument("UTF-8", "1.0");
      newLine(xml);
      xml.writeStartElement("configuration");
      newLine(xml);
      for (Map.Entry<String, String> property : properties.entrySet()) {
        xml.writeStartElement("property");
        writeElement(xml, "name", property.getKey());
        writeElement(xml, "value", property.getValue());
        xml.writeEndElement();
        newLine(xml);
      }
      xml.writeEndElement();
      newLine(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("cannot write " + file, e);
    }
  }

  private static void writeElement(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void newLine(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n");
  }
}
