package org.kiramr.oozie.deploy;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Values are what Oozie wants in their place, which its schemas leave open: they call all of them
 * strings. A value that an expression computes is known only to a server and passes.
 */
final class ValueCheck implements Check {
  /** For the part of a path that only a server can tell. */
  private static final String COMPUTED = "x";

  @Override
  public List<Problem> problems(Application application) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> values = application.values().all();
    for (Definition definition : application.definitions()) {
      for (Definition.Value value : definition.values()) {
        refusal(value, values)
            .ifPresent(
                reason -> problems.add(new Problem(definition.file(), value.place(), reason)));
      }
      if (definition.kind() == Definition.Kind.COORDINATOR) {
        order(definition, values).ifPresent(problems::add);
      }
    }
    return problems;
  }

  private static Optional<String> refusal(Definition.Value value, Map<String, String> values) {
    Optional<ValueType> type = Places.type(value);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> filled =
        Template.ifWellFormed(value.value())
            .flatMap(
                template ->
                    Places.isPath(value)
                        ? Optional.of(template.fillAll(values, COMPUTED))
                        : template.fill(values));
    return filled.flatMap(type.get()::refusal).map(reason -> told(value, filled.get(), reason));
  }

  private static String told(Definition.Value value, String filled, String reason) {
    String from = value.value().equals(filled) ? "" : " (" + value.value() + ")";
    return "'" + filled + "'" + from + " " + reason;
  }

  /** A coordinator that ends before it starts never runs. */
  private static Optional<Problem> order(Definition definition, Map<String, String> values) {
    Element root = definition.root();
    Optional<OffsetDateTime> start = moment(root, "start", values);
    Optional<OffsetDateTime> end = moment(root, "end", values);
    if (start.isEmpty() || end.isEmpty() || start.get().isBefore(end.get())) {
      return Optional.empty();
    }
    String reason = "'" + end.get() + "' is not after the start, '" + start.get() + "'";
    return Optional.of(new Problem(definition.file(), "end of " + root.getLocalName(), reason));
  }

  private static Optional<OffsetDateTime> moment(
      Element root, String attribute, Map<String, String> values) {
    return Template.ifWellFormed(root.getAttribute(attribute))
        .flatMap(template -> template.fill(values))
        .flatMap(ValueTypes::moment);
  }
}
