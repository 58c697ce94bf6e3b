package org.kiramr.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalRowsTest {
  private final CanonicalRows rows = new CanonicalRows();

  @Test
  void oneLineADetectionInTheSchemasOrder() {
    FrameCatalog catalog = FrameCatalogs.random(FrameCatalogs.frame("x/a.fit"), 1, 2, 9);
    String text = new String(rows.format(catalog).toByteArray(), UTF_8);
    assertThat(text).endsWith("\n");
    String[] lines = text.split("\n", -1);
    assertThat(lines).hasSize(3);
    String[] values = lines[1].split(",", -1);
    TableSchema schema = CatalogSchema.of(5);
    assertThat(values).hasSize(schema.columns().size()).hasSize(44);
    assertThat(values).startsWith("003918-3-0213", "r", "x/a.fit", "0");
    assertThat(values[schema.indexOf("number")])
        .isEqualTo(Integer.toString(catalog.ints("number")[1]));
    assertThat(values[schema.indexOf("flag_auto")])
        .isEqualTo(Short.toString(catalog.shorts("flag_auto")[1]));
    assertThat(Float.parseFloat(values[schema.indexOf("theta")]))
        .isEqualTo(catalog.floats("theta")[1]);
    assertThat(Double.parseDouble(values[schema.indexOf("flux_aper_1")]))
        .isEqualTo(catalog.doubles("flux_aper_1")[1]);
  }

  @Test
  void coordinatesThatAreMissingAreEmptyAndOtherNumbersNan() {
    FrameCatalog catalog = FrameCatalogs.random(FrameCatalogs.frame("a.fit"), 1, 2, 9);
    catalog.doubles("ra")[1] = Double.NaN;
    catalog.doubles("dec")[1] = Double.NaN;
    catalog.doubles("flux_auto")[1] = Double.NaN;
    String[] lines = new String(rows.format(catalog).toByteArray(), UTF_8).split("\n", -1);
    assertThat(lines[0]).doesNotEndWith(",");
    assertThat(lines[1]).endsWith(",,").contains(",nan,");
  }

  @Test
  void theBufferIsUsedAgain() {
    FrameCatalog first = FrameCatalogs.random(FrameCatalogs.frame("a.fit"), 1, 500, 1);
    FrameCatalog second = FrameCatalogs.random(FrameCatalogs.frame("b.fit"), 1, 3, 2);
    byte[] alone = new CanonicalRows().format(second).toByteArray();
    rows.format(first);
    assertThat(rows.format(second).toByteArray()).isEqualTo(alone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,b", "say \"a\"", "a\nb", "a\rb", "#a", " a", "a "})
  void ambiguousTextIsQuoted(String text) {
    RowBuffer buffer = new RowBuffer();
    buffer.append(text);
    assertThat(new String(buffer.toByteArray(), UTF_8))
        .isEqualTo('"' + text.replace("\"", "\"\"") + '"');
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a b", "a#", "ü/é.fit", "'a'"})
  void otherTextIsNot(String text) {
    RowBuffer buffer = new RowBuffer();
    buffer.append(text);
    assertThat(new String(buffer.toByteArray(), UTF_8)).isEqualTo(text);
  }

  @Test
  void digestIsThatOfTheFramesOneAfterTheOther() {
    FrameCatalog first = FrameCatalogs.random(FrameCatalogs.frame("a.fit"), 1, 4, 1);
    FrameCatalog second = FrameCatalogs.random(FrameCatalogs.frame("b.fit"), 1, 3, 2);
    FieldDigest digest = new FieldDigest();
    digest.update(rows.format(first));
    digest.update(rows.format(second));
    String both = digest.hex();
    digest.update(rows.format(second));
    digest.update(rows.format(first));
    assertThat(digest.hex()).isNotEqualTo(both);
    // sha256 of nothing, as sha256sum prints it
    assertThat(digest.hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }
}
