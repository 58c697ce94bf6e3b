package org.kiramr.bench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
  private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>";

  @TempDir private Path folder;

  @Test
  void thePageHoldsItsPlots() throws Exception {
    Page page = new Page("A <title>");
    page.figure("time", "time", SVG);
    page.table(List.of("engine", "s:"), List.of(List.of("a|b", "1")));
    page.verbatim("See ![a picture](https://example.org/x.png) <script>alert(1)</script>");
    ReportFolder.write(folder, "report", Map.of("value", Double.NaN, "other", 1.5), page);

    String html = Files.readString(folder.resolve("report.html"));
    assertThat(html)
        .contains(SVG)
        .contains("<title>A &lt;title></title>")
        .contains("a|b</td>")
        .contains("a picture")
        .doesNotContain("<img")
        .doesNotContain("<script>");
    assertThat(folder.resolve("plots/time.svg")).hasContent(SVG);
    assertThat(Files.readString(folder.resolve("report.md")))
        .contains("![time](plots/time.svg)")
        .contains("| --- | ---: |");
    assertThat(Files.readString(folder.resolve("report.json")))
        .contains("\"value\" : null")
        .contains("\"other\" : 1.5");
  }

  @Test
  void plotsHaveNamesOfTheirOwn() {
    Page page = new Page("t");
    page.figure("time", "time", SVG);
    assertThatThrownBy(() -> page.figure("time", "time", SVG))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
