package org.kiramr.oozie.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/**
 * Oozie escapes properties, but puts its own messages as they are into the XML of an e-mail action,
 * which a single {@code &} breaks: then nobody is told. So the shipped workflows clean them.
 */
class MailTextTest {
  /** ASCII without {@code <} and {@code &}. */
  private static final String CLEANED = "replaceAll\\([^\"]+, \"\\[\\^ -%'-;=-~\\]\", ' '\\)";

  /** Ids and names of nodes; the output of our actions, which is cleaned when it is written. */
  private static final Set<String> CLEAN =
      Set.of("wf:id", "wf:lastErrorNode", "wf:transition", "wf:actionData");

  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"extract/workflow.xml", "verify/workflow.xml"})
  void messagesInMailsAreCleaned(String file) throws IOException {
    TestApplication application = new TestApplication(temporary);
    Definition workflow =
        Application.read(application.build(Map.of()).folder(), "me").definition(file).orElseThrow();

    List<String> texts =
        Stream.of("subject", "body")
            .flatMap(name -> workflow.all(name).stream())
            .map(Element::getTextContent)
            .toList();

    assertThat(texts).hasSize(4);
    assertThat(texts)
        .flatMap(text -> Template.of(text.replaceAll(CLEANED, "''")).calls())
        .extracting(Template.Call::function)
        .isSubsetOf(CLEAN);
  }
}
