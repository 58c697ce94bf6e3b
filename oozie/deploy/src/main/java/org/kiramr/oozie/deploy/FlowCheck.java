package org.kiramr.oozie.deploy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * The nodes of every workflow: each name once, every transition leads to one, each can be reached,
 * and no way leads back, which Oozie refuses.
 */
final class FlowCheck implements Check {
  private static final Set<String> NODES =
      Set.of("decision", "fork", "join", "kill", "action", "end");

  @Override
  public List<Problem> problems(Application application) {
    List<Problem> problems = new ArrayList<>();
    for (Definition workflow : application.ofKind(Definition.Kind.WORKFLOW)) {
      new Flow(workflow, problems).check();
    }
    return problems;
  }

  /** One workflow's nodes. */
  private static final class Flow {
    private final Definition workflow;
    private final List<Problem> problems;
    private final Map<String, Element> nodes = new LinkedHashMap<>();
    private final Set<String> reached = new HashSet<>();

    Flow(Definition workflow, List<Problem> problems) {
      this.workflow = workflow;
      this.problems = problems;
    }

    void check() {
      for (Element element : Definition.children(workflow.root())) {
        if (NODES.contains(element.getLocalName())
            && nodes.putIfAbsent(element.getAttribute("name"), element) != null) {
          report(element, "another node has this name");
        }
      }
      for (Element element : Definition.children(workflow.root())) {
        for (Element transition : transitions(element)) {
          if (!nodes.containsKey(target(transition))) {
            report(transition, "there is no node " + target(transition));
          }
        }
      }
      Definition.children(workflow.root()).stream()
          .filter(element -> element.getLocalName().equals("start"))
          .forEach(start -> follow(target(start), new LinkedHashSet<>()));
      nodes.forEach(
          (name, element) -> {
            if (!reached.contains(name)) {
              report(element, "no transition leads here");
            }
          });
    }

    private void follow(String name, Set<String> way) {
      if (!nodes.containsKey(name)) {
        return;
      }
      if (way.contains(name)) {
        report(nodes.get(name), "a way leads back to it: " + String.join(" -> ", way));
        return;
      }
      if (!reached.add(name)) {
        return;
      }
      way.add(name);
      for (Element transition : transitions(nodes.get(name))) {
        follow(target(transition), way);
      }
      way.remove(name);
    }

    private void report(Element element, String reason) {
      problems.add(new Problem(workflow.file(), Definition.place(element), reason));
    }

    /** The node's elements that name another node: ok, error, case, default, path, or itself. */
    private static List<Element> transitions(Element node) {
      List<Element> found = new ArrayList<>();
      if (!target(node).isEmpty()) {
        found.add(node);
      }
      for (Element child : Definition.children(node)) {
        if (child.getLocalName().equals("switch")) {
          found.addAll(Definition.children(child));
        } else if (!target(child).isEmpty()) {
          found.add(child);
        }
      }
      return found;
    }

    private static String target(Element element) {
      String to = element.getAttribute("to");
      return to.isEmpty() && element.getLocalName().equals("path")
          ? element.getAttribute("start")
          : to;
    }
  }
}
