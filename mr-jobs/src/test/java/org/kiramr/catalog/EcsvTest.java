package org.kiramr.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EcsvTest {
  private static final TableSchema SCHEMA =
      new TableSchema(
          "frames",
          List.of(
              Column.of("image", ColumnType.STRING, "", "file: with a \"name\""),
              Column.of("size", ColumnType.INT64, "byte", ""),
              Column.of("flag", ColumnType.INT16, "", "'flags'"),
              Column.of("rms", ColumnType.FLOAT32, "", "image units"),
              Column.of("x", ColumnType.FLOAT64, "pix", "along x, from 0")));

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    try (EcsvReader reader = read(table())) {
      assertThat(reader.schema()).isEqualTo(SCHEMA);
      assertThat(reader.next()).isTrue();
      assertThat(reader.getString("image")).isEqualTo("a, \"b\"\nc");
      assertThat(reader.getLong("size")).isEqualTo(1L << 40);
      assertThat(reader.getInt("flag")).isEqualTo(3);
      assertThat(reader.getString("rms")).isEqualTo("0.1");
      assertThat(reader.getDouble("x")).isNaN();
      assertThat(reader.next()).isTrue();
      assertThat(reader.getString("image")).isEmpty();
      assertThat(reader.getString("image")).isNotNull();
      assertThat(reader.getString("size")).isNull();
      assertThat(reader.getDouble("rms")).isEqualTo(Double.NEGATIVE_INFINITY);
      assertThatThrownBy(() -> reader.getDouble("size"))
          .isInstanceOf(IOException.class)
          .hasMessage("table frames, row 2: no value for size");
      assertThatThrownBy(() -> reader.getInt("x")).isInstanceOf(IOException.class);
      assertThat(reader.next()).isTrue();
      assertThat(reader.getString("image")).isNull();
      assertThat(reader.next()).isFalse();
    }
  }

  @Test
  void headerIsEcsv() throws IOException {
    String[] lines = new String(table(), UTF_8).split("\n", -1);
    assertThat(lines[0]).isEqualTo("# %ECSV 1.0");
    assertThat(lines[1]).isEqualTo("# ---");
    assertThat(lines[2]).isEqualTo("# delimiter: ','");
    assertThat(lines).contains("image,size,flag,rms,x");
    assertThat(lines)
        .contains(
            "# - {\"name\":\"x\",\"unit\":\"pix\",\"datatype\":\"float64\","
                + "\"description\":\"along x, from 0\"}");
  }

  @Test
  void valuesOfAnotherTypeAreRefused() throws IOException {
    try (EcsvWriter writer = new EcsvWriter(new ByteArrayOutputStream(), SCHEMA)) {
      assertThatThrownBy(() -> writer.append("a", 1, 40_000, 1f, 1.0))
          .hasMessage("column flag is INT16, not Integer 40000");
      assertThatThrownBy(() -> writer.append("a", 1, 4, 1.0, 1.0)).hasMessageContaining("rms");
      assertThatThrownBy(() -> writer.append("a", 1)).hasMessageContaining("5 columns");
    }
  }

  @Test
  void otherFilesAreRefused() {
    assertThatThrownBy(() -> read("a,b\n1,2\n".getBytes(UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not an ECSV 1.0 table");
    assertThatThrownBy(() -> read("# %ECSV 1.0\n# - {oops\na\n".getBytes(UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void rowsWithOtherColumnsAreRefused() throws IOException {
    byte[] longer = (new String(table(), UTF_8) + "a,b\n").getBytes(UTF_8);
    try (EcsvReader reader = read(longer)) {
      reader.next();
      reader.next();
      reader.next();
      assertThatThrownBy(reader::next).hasMessage("table frames, row 4: 2 columns, not 5");
    }
  }

  private static byte[] table() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EcsvWriter writer = new EcsvWriter(out, SCHEMA)) {
      writer.append("a, \"b\"\nc", 1L << 40, (short) 3, 0.1f, Double.NaN);
      writer.append("", null, 0, Float.NEGATIVE_INFINITY, 1e-300);
      writer.append(null, 1, 0, 1.0f, 2.0);
    }
    return out.toByteArray();
  }

  private static EcsvReader read(byte[] table) throws IOException {
    return new EcsvReader(new ByteArrayInputStream(table));
  }
}
