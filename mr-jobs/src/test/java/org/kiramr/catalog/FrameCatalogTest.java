package org.kiramr.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FrameCatalogTest {
  @Test
  void bytesGiveTheSameCatalogBack() {
    FrameCatalog catalog = FrameCatalogs.random(FrameCatalogs.frame("a/ü.fit"), 2, 37, 5);
    FrameCatalog copy = FrameCatalog.fromBytes(catalog.toBytes());
    assertThat(copy.frame()).isEqualTo(catalog.frame());
    assertThat(copy.apertures()).isEqualTo(2);
    assertThat(copy.rows()).isEqualTo(37);
    for (int i = 0; i < catalog.columns().size(); i++) {
      assertThat(copy.values(i)).as(catalog.columns().get(i).name()).isEqualTo(catalog.values(i));
    }
  }

  @Test
  void aPlaceThatIsNotKnownStaysSo() {
    FrameInfo frame = FrameCatalogs.frame("a.fit").extracted(600_000, 2048, SkyInfo.NONE);
    FrameCatalog catalog = FrameCatalogs.random(frame, 0, 1, 5);
    assertThat(FrameCatalog.fromBytes(catalog.toBytes()).frame()).isEqualTo(frame);
  }

  @Test
  void aFrameWithoutDetectionsIsKept() {
    FrameCatalog catalog = FrameCatalogs.random(FrameCatalogs.frame("a.fit"), 0, 0, 5);
    assertThat(FrameCatalog.fromBytes(catalog.toBytes()).rows()).isZero();
  }

  @Test
  void cutBytesAreRefused() {
    byte[] bytes = FrameCatalogs.random(FrameCatalogs.frame("a.fit"), 1, 3, 5).toBytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> FrameCatalog.fromBytes(cut))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> FrameCatalog.fromBytes(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 bytes after");
  }

  @Test
  void columnsMustAgree() {
    FrameCatalogBuilder builder = FrameCatalog.builder(FrameCatalogs.frame("a.fit"), 1);
    builder.put("number", new int[] {1, 2});
    assertThatThrownBy(() -> builder.put("x", new double[3]))
        .hasMessage("column x has 3 rows, those before it 2");
    assertThatThrownBy(() -> builder.put("x", new float[2]))
        .hasMessage("column x is FLOAT64, not FLOAT32");
    assertThatThrownBy(() -> builder.put("number", new int[2])).hasMessageContaining("already");
    assertThatThrownBy(() -> builder.put("mag", new double[2])).hasMessageContaining("mag");
    assertThatThrownBy(builder::build).hasMessage("column x is missing");
  }
}
