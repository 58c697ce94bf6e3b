package org.kiramr.oozie.action;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The arguments of an action, {@code name=value} each: Oozie may drop an argument that is empty,
 * and then those behind it would be taken for each other. Immutable.
 */
final class ActionArguments {
  private final Map<String, String> values = new HashMap<>();

  /**
   * @param names those that the action has
   * @throws IllegalArgumentException if an argument is none of them, there twice, empty or missing
   */
  ActionArguments(String[] arguments, Set<String> names) {
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (equals < 0 || !names.contains(name)) {
        throw new IllegalArgumentException("no such argument: " + argument);
      }
      String value = argument.substring(equals + 1);
      if (value.isBlank()) {
        throw new IllegalArgumentException("argument " + name + " is empty");
      }
      if (values.put(name, value) != null) {
        throw new IllegalArgumentException("argument " + name + " is given twice");
      }
    }
    for (String name : names) {
      if (!values.containsKey(name)) {
        throw new IllegalArgumentException("argument " + name + " is missing");
      }
    }
  }

  /** The value of an argument, never blank. */
  String get(String name) {
    return values.get(name);
  }
}
