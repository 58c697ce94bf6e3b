package org.kiramr.jobs.rerun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/**
 * Takes from a record of provenance what a rerun needs; other things may stand there, since
 * versions differ. Whatever is not as expected is an {@link IllegalArgumentException} that says
 * what, with names and values as JSON has them, so that they cannot garble a terminal.
 */
final class ProvenanceFields {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final JsonNode root;

  /**
   * @param root null or missing for an empty file
   */
  ProvenanceFields(JsonNode root) {
    if (root == null || !root.isObject()) {
      throw new IllegalArgumentException("it is no JSON object");
    }
    this.root = root;
  }

  RecordedRun toRun(Path file) {
    String command = text(root, "command");
    if (!command.equals("extract")) {
      throw new IllegalArgumentException("it is of the command " + quoted(command));
    }
    JsonNode inputs = object(root, "inputs");
    boolean qualified = inputs.has("qualified");
    List<String> named = texts(member(inputs, qualified ? "qualified" : "arguments"));
    if (named.isEmpty()) {
      throw new IllegalArgumentException("it names no inputs");
    }
    return new RecordedRun(
        file,
        text(root, "engine"),
        named,
        qualified,
        count(inputs, "files"),
        map(object(root, "parameters"), ProvenanceFields::parameter),
        map(object(root, "versions"), ProvenanceFields::version),
        digest());
  }

  private String digest() {
    String digest = text(object(root, "digests"), "catalog");
    if (!SHA256.matcher(digest).matches()) {
      throw new IllegalArgumentException("the digest is no SHA-256: " + quoted(digest));
    }
    return digest;
  }

  private static Map<String, String> map(JsonNode object, Function<JsonNode, String> value) {
    Map<String, String> values = new LinkedHashMap<>();
    object
        .fields()
        .forEachRemaining(
            entry -> {
              try {
                values.put(entry.getKey(), value.apply(entry.getValue()));
              } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                    quoted(entry.getKey()) + ": " + e.getMessage(), e);
              }
            });
    return values;
  }

  private static String parameter(JsonNode value) {
    return value.isNull() ? null : text(value);
  }

  /** Several where the tasks of a cluster did not all load the same. */
  private static String version(JsonNode value) {
    return value.isArray() ? String.join(", ", texts(value)) : text(value);
  }

  private static List<String> texts(JsonNode array) {
    if (!array.isArray()) {
      throw new IllegalArgumentException("no list: " + shown(array));
    }
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(text(element)));
    return texts;
  }

  private static JsonNode object(JsonNode parent, String name) {
    JsonNode object = member(parent, name);
    if (!object.isObject()) {
      throw new IllegalArgumentException(name + " is no object: " + shown(object));
    }
    return object;
  }

  private static String text(JsonNode parent, String name) {
    return text(member(parent, name));
  }

  private static long count(JsonNode parent, String name) {
    JsonNode number = member(parent, name);
    if (!number.canConvertToLong() || !number.isIntegralNumber() || number.longValue() < 0) {
      throw new IllegalArgumentException(name + " is no count: " + shown(number));
    }
    return number.longValue();
  }

  private static JsonNode member(JsonNode parent, String name) {
    JsonNode member = parent.get(name);
    if (member == null) {
      throw new IllegalArgumentException("it does not have " + name);
    }
    return member;
  }

  private static String text(JsonNode value) {
    if (!value.isTextual()) {
      throw new IllegalArgumentException("no text: " + shown(value));
    }
    return value.textValue();
  }

  /** As JSON has it. */
  static String quoted(String text) {
    return shown(TextNode.valueOf(text));
  }

  private static String shown(JsonNode value) {
    String json = value.toString();
    return json.length() <= 80 ? json : json.substring(0, 80) + "...";
  }
}
