package org.kiramr.oozie.deploy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.oozie.client.OozieClient;
import org.apache.oozie.client.XOozieClient;

/** The properties of a job that Oozie itself reads: those that its client has constants for. */
final class OozieProperties {
  /** What follows these is the name of an action's kind or a key of Hadoop's. */
  private static final List<String> FAMILIES =
      List.of("oozie.action.", "oozie.launcher.", "oozie.child.");

  private static final Set<String> NAMES = new HashSet<>();

  static {
    for (Class<?> type : List.of(OozieClient.class, XOozieClient.class)) {
      for (Field field : type.getFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
          NAMES.add(constant(field));
        }
      }
    }
    NAMES.removeIf(name -> name.indexOf('.') < 0);
  }

  private OozieProperties() {}

  /** Whether Oozie reads the property. */
  static boolean contains(String name) {
    return NAMES.contains(name) || FAMILIES.stream().anyMatch(name::startsWith);
  }

  private static String constant(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a public field that cannot be read: " + field, e);
    }
  }
}
