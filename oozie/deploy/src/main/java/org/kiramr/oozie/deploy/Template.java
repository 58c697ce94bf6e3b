package org.kiramr.oozie.deploy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with JSP expressions, <code>${...}</code>, as Oozie evaluates them: what each of them
 * needs. Expressions are taken apart, not evaluated. Immutable.
 */
final class Template {
  /** A call of a function; {@code argument} is its first argument if that is a string, or null. */
  record Call(String function, String argument) {}

  /** A comparison of a variable with a string: {@code name eq 'word'}. */
  record Comparison(String variable, String word) {}

  /** Words of the language itself. */
  private static final Set<String> RESERVED =
      Set.of(
          "and",
          "or",
          "not",
          "eq",
          "ne",
          "lt",
          "gt",
          "le",
          "ge",
          "empty",
          "div",
          "mod",
          "true",
          "false",
          "null",
          "instanceof");

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<string>'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")"
              + "|(?<function>[A-Za-z_]\\w*(?::[A-Za-z_]\\w*)?)\\s*\\("
              + "|(?<name>[A-Za-z_][\\w.]*)"
              + "|(?<number>\\d[\\w.]*)"
              + "|(?<member>\\.\\s*[A-Za-z_]\\w*)"
              + "|(?<end>\\})"
              + "|(?<other>[^'\"])",
          Pattern.DOTALL);

  private static final Pattern EQUALITY =
      Pattern.compile("([A-Za-z_][\\w.]*)\\s*(?:==|\\beq\\b)\\s*(['\"])(.*?)\\2");

  private static final Pattern SIMPLE = Pattern.compile("\\$\\{\\s*([A-Za-z_][\\w.]*)\\s*\\}");

  private final List<String> pieces = new ArrayList<>();
  private final Set<String> variables = new LinkedHashSet<>();
  private final List<Call> calls = new ArrayList<>();

  private Template() {}

  /**
   * Takes a text apart.
   *
   * @throws IllegalArgumentException if an expression has no end
   */
  static Template of(String text) {
    Template template = new Template();
    int from = 0;
    for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", from)) {
      template.pieces.add(text.substring(from, at));
      from = template.expression(text, at);
      template.pieces.add(text.substring(at, from));
    }
    template.pieces.add(text.substring(from));
    return template;
  }

  /** Takes a text apart; empty if an expression has no end, which {@link PropertyCheck} tells. */
  static Optional<Template> ifWellFormed(String text) {
    try {
      return Optional.of(of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Reads the expression that begins at {@code at}, and returns where it ends. */
  private int expression(String text, int at) {
    Matcher token = TOKEN.matcher(text).region(at + 2, text.length());
    String pending = null;
    while (token.lookingAt()) {
      String string = token.group("string");
      if (pending != null) {
        calls.add(new Call(pending, string == null ? null : unquote(string)));
        pending = null;
      }
      if (token.group("end") != null) {
        return token.end();
      }
      String function = token.group("function");
      String name = token.group("name");
      // "not (a)" is no call
      if (function != null && !RESERVED.contains(function)) {
        pending = function;
      } else if (name != null && !RESERVED.contains(name)) {
        variables.add(name);
      }
      token.region(token.end(), text.length());
    }
    throw new IllegalArgumentException("an expression has no end: " + text.substring(at).strip());
  }

  private static String unquote(String string) {
    return string.substring(1, string.length() - 1).replaceAll("\\\\(.)", "$1");
  }

  /** The variables that the expressions name, in their order. */
  Set<String> variables() {
    return Set.copyOf(variables);
  }

  /** The functions that they call, in their order. */
  List<Call> calls() {
    return List.copyOf(calls);
  }

  /** The words that variables are compared with, in their order. */
  List<Comparison> comparisons() {
    List<Comparison> comparisons = new ArrayList<>();
    for (String piece : pieces) {
      Matcher equality = EQUALITY.matcher(piece);
      while (piece.startsWith("${") && equality.find()) {
        comparisons.add(new Comparison(equality.group(1), equality.group(3)));
      }
    }
    return comparisons;
  }

  /** The text with values in place of variables; empty if it needs more than the values. */
  Optional<String> fill(Map<String, String> values) {
    return fill(values, null);
  }

  /** The text with values in place of variables, and {@code other} in place of the rest. */
  String fillAll(Map<String, String> values, String other) {
    return fill(values, other).orElseThrow();
  }

  private Optional<String> fill(Map<String, String> values, String other) {
    StringBuilder filled = new StringBuilder();
    for (String piece : pieces) {
      Matcher simple = SIMPLE.matcher(piece);
      String value = simple.matches() ? values.getOrDefault(simple.group(1), other) : other;
      if (!piece.startsWith("${")) {
        filled.append(piece);
      } else if (value == null) {
        return Optional.empty();
      } else {
        filled.append(value);
      }
    }
    return Optional.of(filled.toString());
  }
}
