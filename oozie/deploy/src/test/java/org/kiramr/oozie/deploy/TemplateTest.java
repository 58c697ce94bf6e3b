package org.kiramr.oozie.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
  @Test
  void variablesAreThoseOfExpressionsAlone() {
    Template template =
        Template.of("a ${b} 'c' ${d eq 'e' and not empty f.g or 3 gt h[\"i\"]} ${wf:id().j}");

    assertThat(template.variables()).containsExactlyInAnyOrder("b", "d", "f.g", "h");
  }

  @Test
  void callsHaveTheirFirstArgument() {
    Template template =
        Template.of("${coord:formatTime(coord:nominalTime(), 'y')}${wf:conf('a}')}${not (x)}");

    assertThat(template.calls())
        .containsExactly(
            new Template.Call("coord:formatTime", null),
            new Template.Call("coord:nominalTime", null),
            new Template.Call("wf:conf", "a}"));
  }

  @Test
  void conditionsAreNotPrefixes() {
    Template template = Template.of("${empty wf:lastErrorNode() ? a : wf:lastErrorNode()}");

    assertThat(template.variables()).containsExactly("a");
    assertThat(template.calls())
        .extracting(Template.Call::function)
        .containsOnly("wf:lastErrorNode");
  }

  @Test
  void wordsOfComparisonsAreFound() {
    assertThat(Template.of("${(a eq 'b' or a == \"c\") and d ne 'e'} f eq 'g'").comparisons())
        .containsExactly(new Template.Comparison("a", "b"), new Template.Comparison("a", "c"));
  }

  @Test
  void valuesArePutIn() {
    Template template = Template.of("${a}/${ b }");

    assertThat(template.fill(Map.of("a", "1", "b", "2"))).contains("1/2");
    assertThat(template.fill(Map.of("a", "1"))).isEmpty();
    assertThat(Template.of("${a}/${wf:id()}").fillAll(Map.of("a", "1"), "x")).isEqualTo("1/x");
  }

  @Test
  void expressionWithoutEndIsRefused() {
    assertThatThrownBy(() -> Template.of("a ${b 'c}'"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an expression has no end: ${b 'c}'");
  }
}
