package org.kiramr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kiramr.catalog.CatalogSchema;
import org.kiramr.catalog.Column;

/** The README's table of columns is the catalogue's. */
class ReadmeTest {
  @Test
  void tableOfColumnsIsTheCatalogues() throws Exception {
    String table =
        CatalogSchema.of(5.0).columns().stream()
            .map(ReadmeTest::row)
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(Path.of("../README.md"))).contains(table);
  }

  private static String row(Column column) {
    String sextractor =
        column.sextractorName().isEmpty() ? "" : "`" + column.sextractorName() + "`";
    return "| `%s` | %s | %s | %s |"
        .formatted(column.name(), sextractor, column.unit(), column.description());
  }
}
