package org.kiramr.bench.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartTest {
  @Test
  void barsAreAsLongAsTheirNumbers() throws Exception {
    String svg =
        new BarChart("a < b & c", "ms")
            .draw(
                List.of(
                    Bar.of("one", "#111111", 10, 8, 12, "10.0"),
                    Bar.of("two", "#222222", 20, Double.NaN, Double.NaN, "20.0")));
    Document document = parse(svg);
    double one = width(document, "#111111");
    double two = width(document, "#222222");
    assertThat(two).isCloseTo(2 * one, within(0.02));
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("a < b & c");
  }

  @Test
  void piecesOfABarFollowEachOther() throws Exception {
    String svg =
        new BarChart("stages", "ms")
            .draw(
                List.of(
                    Bar.stacked(
                        "engine",
                        List.of(
                            new Bar.Segment("read", 1, "#111111"),
                            new Bar.Segment("extract", 3, "#222222")),
                        "4")));
    Element read = rect(parse(svg), "#111111");
    Element extract = rect(parse(svg), "#222222");
    assertThat(number(extract, "x"))
        .isCloseTo(number(read, "x") + number(read, "width"), within(0.02));
    assertThat(number(extract, "width")).isCloseTo(3 * number(read, "width"), within(0.04));
    assertThat(svg).contains(">read<").contains(">extract<");
  }

  @Test
  void everyRunHasAMark() throws Exception {
    List<Curve.Point> points = List.of(new Curve.Point(50, 2), new Curve.Point(100, 4));
    String svg =
        new LineChart("time", "frames", "s", false)
            .draw(List.of(new Curve("c-batch", "#111111", points, points, List.of())));
    NodeList paths = parse(svg).getElementsByTagName("path");
    // two marks, one line, the mark of the legend
    assertThat(paths.getLength()).isEqualTo(4);
    assertThat(svg).contains("c-batch: 50, 2").contains(">frames<");
  }

  @Test
  void ticksAreRound() {
    assertThat(Axis.linear(0, 47, 0, 100).ticks())
        .containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0);
    assertThat(Axis.logarithmic(1, 100, 0, 100).ticks())
        .containsExactly(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0);
    assertThat(Axis.label(0.30000000000000004)).isEqualTo("0.3");
    assertThatThrownBy(() -> Axis.logarithmic(0, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void allZerosAreDrawn() throws Exception {
    String svg = new BarChart("t", "x").draw(List.of(Bar.stacked("zero", List.of(), "0")));
    assertThat(parse(svg).getDocumentElement().getTagName()).isEqualTo("svg");
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static double width(Document document, String colour) {
    return number(rect(document, colour), "width");
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static Element rect(Document document, String colour) {
    NodeList all = document.getElementsByTagName("rect");
    for (int i = 0; i < all.getLength(); i++) {
      Element rect = (Element) all.item(i);
      if (rect.getAttribute("fill").equals(colour)) {
        return rect;
      }
    }
    throw new AssertionError("no bar of colour " + colour);
  }
}
