package org.kiramr.bench.page;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes a report: NAME.json, NAME.md, NAME.html and the plots. Files of these names are replaced.
 */
public final class ReportFolder {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .addModule(new SimpleModule().addSerializer(Double.class, new FiniteSerializer()))
          .addModule(new SimpleModule("p").addSerializer(double.class, new FiniteSerializer()))
          .build();

  private ReportFolder() {}

  /**
   * Writes the three forms.
   *
   * @param analysis what the JSON holds; a number that is not finite becomes null
   */
  public static void write(Path folder, String name, Object analysis, Page page)
      throws IOException {
    Files.createDirectories(folder);
    JSON.writeValue(folder.resolve(name + ".json").toFile(), analysis);
    text(folder.resolve(name + ".md"), page.markdown());
    text(folder.resolve(name + ".html"), HtmlPage.of(page));
    for (Map.Entry<String, String> plot : page.plots().entrySet()) {
      Path file = folder.resolve(plot.getKey());
      Files.createDirectories(file.resolveSibling(""));
      text(file, plot.getValue());
    }
  }

  private static void text(Path file, String content) throws IOException {
    Files.writeString(file, content, StandardCharsets.UTF_8);
  }

  /** JSON has no word for NaN. */
  private static final class FiniteSerializer extends StdSerializer<Double> {
    private static final long serialVersionUID = 1L;

    FiniteSerializer() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
  }
}
