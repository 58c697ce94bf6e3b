package org.kiramr.oozie.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.hadoop.fs.Path;

/** A JSON file of the suite, read with the Jackson that every Hadoop has. Immutable. */
final class JsonFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final JsonNode root;

  private JsonFile(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  static JsonFile read(Store store, Path file) throws IOException {
    try {
      return new JsonFile(file, JSON.readTree(store.read(file)));
    } catch (JsonProcessingException e) {
      throw new IOException(file + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * What is at a place in the file.
   *
   * @param pointer as in RFC 6901
   * @throws IOException if there is nothing
   */
  JsonNode node(String pointer) throws IOException {
    JsonNode node = root.at(pointer);
    if (node.isMissingNode()) {
      throw new IOException(file + " has no " + pointer);
    }
    return node;
  }

  /** A text or a number as text; null if the file says null. */
  String text(String pointer) throws IOException {
    JsonNode node = node(pointer);
    return node.isNull() ? null : node.asText();
  }

  /**
   * A whole number.
   *
   * @throws IOException if there is none
   */
  long number(String pointer) throws IOException {
    JsonNode node = node(pointer);
    if (!node.canConvertToLong()) {
      throw new IOException(file + ": " + pointer + " is " + node + ", not a number");
    }
    return node.asLong();
  }
}
