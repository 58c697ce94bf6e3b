package org.kiramr.oozie.deploy;

import java.net.URL;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.oozie.service.ELService;

/**
 * The functions and constants of Oozie's expressions: those that its server declares in its {@code
 * oozie-default.xml}. Immutable.
 */
final class OozieLanguage {
  private static final String DEFAULTS = "/oozie-default.xml";
  private static final String SERVICE = "oozie.service.ELService.";

  private final Configuration defaults = new Configuration(false);

  OozieLanguage() {
    URL resource = ELService.class.getResource(DEFAULTS);
    if (resource == null) {
      throw new IllegalStateException("no " + DEFAULTS + " in Oozie's jar");
    }
    defaults.addResource(resource);
  }

  /** The functions, with their prefixes, that a definition of this kind may call somewhere. */
  Set<String> functions(Definition.Kind kind) {
    return declared("functions.", kind);
  }

  /** The constants that a definition of this kind may name somewhere. */
  Set<String> constants(Definition.Kind kind) {
    return declared("constants.", kind);
  }

  private Set<String> declared(String what, Definition.Kind kind) {
    Set<String> names = new HashSet<>();
    for (String group : defaults.getTrimmedStringCollection(SERVICE + "groups")) {
      if (kind == kindOf(group)) {
        names.addAll(
            Arrays.stream(defaults.getTrimmedStrings(SERVICE + what + group))
                .map(declaration -> declaration.substring(0, declaration.indexOf('=')).strip())
                .collect(Collectors.toSet()));
      }
    }
    return names;
  }

  /** The groups are named after the moments at which a server evaluates. */
  private static Definition.Kind kindOf(String group) {
    if (group.startsWith("coord-")) {
      return Definition.Kind.COORDINATOR;
    }
    return group.startsWith("bundle-") ? Definition.Kind.BUNDLE : Definition.Kind.WORKFLOW;
  }
}
