package org.kiramr.oozie.deploy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.oozie.client.CoordinatorJob;
import org.w3c.dom.Element;

/** What Oozie wants in which place of a definition. */
final class Places {
  private static final ValueType TIME = ValueTypes.time();
  private static final ValueType FREQUENCY = ValueTypes.frequency();
  private static final ValueType ZONE = ValueTypes.timeZone();
  private static final ValueType MAIL = ValueTypes.mail();
  private static final ValueType POSITIVE = ValueTypes.wholeNumber(1, Integer.MAX_VALUE);

  /** By element; by element and attribute; or by the name of a property. */
  private static final Map<String, ValueType> TYPES =
      Map.ofEntries(
          Map.entry("coordinator-app@start", TIME),
          Map.entry("coordinator-app@end", TIME),
          Map.entry("coordinator-app@frequency", FREQUENCY),
          Map.entry("coordinator-app@timezone", ZONE),
          Map.entry("dataset@initial-instance", TIME),
          Map.entry("dataset@frequency", FREQUENCY),
          Map.entry("dataset@timezone", ZONE),
          Map.entry("kick-off-time", TIME),
          // minutes; 0: do not wait, -1: for ever
          Map.entry("timeout", ValueTypes.wholeNumber(-1, Integer.MAX_VALUE)),
          Map.entry("concurrency", POSITIVE),
          Map.entry("throttle", POSITIVE),
          Map.entry("execution", ValueTypes.oneOf(executions())),
          Map.entry("action@retry-max", ValueTypes.wholeNumber(0, Integer.MAX_VALUE)),
          // minutes
          Map.entry("action@retry-interval", POSITIVE),
          Map.entry("action@retry-policy", ValueTypes.oneOf("periodic", "exponential")),
          Map.entry("resource-manager", ValueTypes.address()),
          Map.entry("name-node", ValueTypes.fileSystem()),
          Map.entry("to", MAIL),
          Map.entry("cc", MAIL),
          Map.entry("bcc", MAIL),
          Map.entry("property oozie.launcher.memory.mb", POSITIVE),
          Map.entry("property oozie.launcher.vcores", POSITIVE));

  private static final Set<String> PATHS =
      Set.of("uri-template", "app-path", "delete@path", "mkdir@path", "touchz@path", "move@source");

  private Places() {}

  private static String[] executions() {
    return Arrays.stream(CoordinatorJob.Execution.values())
        .map(CoordinatorJob.Execution::name)
        .toArray(String[]::new);
  }

  /** What a value has to be; empty if anything will do. */
  static Optional<ValueType> type(Definition.Value value) {
    return Optional.ofNullable(isPath(value) ? ValueTypes.path() : TYPES.get(key(value)));
  }

  /** Whether a value is a path, of which a server may compute a part. */
  static boolean isPath(Definition.Value value) {
    return PATHS.contains(key(value));
  }

  private static String key(Definition.Value value) {
    Element element = value.element();
    String name = element.getLocalName();
    if (name.equals("value")) {
      return Definition.place(element);
    }
    return value.attribute() == null ? name : name + "@" + value.attribute();
  }
}
