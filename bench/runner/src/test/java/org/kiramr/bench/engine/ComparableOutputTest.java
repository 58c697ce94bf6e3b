package org.kiramr.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.bench.dataset.Sha256;

class ComparableOutputTest {
  private static final String NAMES = "field,band,image,hdu,number,x\n";
  private static final String ROWS_A = "A,g,a.fit,0,1,1.5\nA,r,b.fit,0,1,2.5\n";
  private static final String ROWS_B = "B,g,c.fit,0,1,3.5\n";
  private static final String FRAMES =
      "field,band,image,hdu,width\nA,g,a.fit,0,9\nA,r,b.fit,0,9\nC,g,d.fit,0,9\n";
  private static final String REJECTS = "image,hdu,field,stage,code,reason\ne.fit,0,,READ,X,y\n";

  @TempDir private Path folder;
  private Path output;
  private Path reference;
  private Path copy;

  @BeforeEach
  void makeFolders() throws IOException {
    output = Files.createDirectory(folder.resolve("output"));
    copy = Files.createDirectory(folder.resolve("copy"));
    reference = folder.resolve("reference");
    write("reference/frames/part-r-00000.ecsv", "# %ECSV 1.0\n" + FRAMES);
    write("reference/rejects/part-r-00000.ecsv", "# %ECSV 1.0\n" + REJECTS);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Path whole() throws IOException {
    return ComparableOutput.of(output, reference, copy);
  }

  @Test
  void outputsWithAllTablesAreTakenAsTheyAre() throws IOException {
    for (String table : new String[] {"catalog", "frames", "fields"}) {
      assertThat(whole()).as(table).isEqualTo(copy);
      write("output/" + table + ".csv", table.equals("catalog") ? NAMES : FRAMES);
    }
    assertThat(whole()).isEqualTo(output);
    Folders.delete(output);
    for (String table : new String[] {"catalog", "frames", "fields"}) {
      write("output/" + table + "/part-r-00000.ecsv", "# %ECSV 1.0\n");
    }
    assertThat(whole()).isEqualTo(output);
  }

  @Test
  void rowsAloneGetTheirFieldsAndTheReferencesFrames() throws IOException {
    write("output/catalog.csv", "# mine\n" + NAMES + ROWS_A + ROWS_B);
    assertThat(whole()).isEqualTo(copy);
    assertThat(copy.resolve("catalog.csv")).hasContent(NAMES + ROWS_A + ROWS_B);
    assertThat(copy.resolve("frames.csv")).hasContent(FRAMES);
    assertThat(copy.resolve("rejects.csv")).hasContent(REJECTS);
    assertThat(copy.resolve("fields.csv"))
        .hasContent(
            "field,frames,sha256\nA,2,"
                + Sha256.of(ROWS_A)
                + "\nB,0,"
                + Sha256.of(ROWS_B)
                + "\nC,1,"
                + Sha256.of("")
                + "\n");
  }

  @Test
  void whatAnEngineTellsIsNotReplaced() throws IOException {
    write("output/catalog/part-0.csv", NAMES + ROWS_A);
    write("output/catalog/part-1.csv", "");
    write("output/catalog/part-2.csv", NAMES + ROWS_B);
    write("output/frames.csv", "field,band,image,hdu\nA,g,a.fit,0\n");
    assertThat(whole()).isEqualTo(copy);
    assertThat(copy.resolve("catalog.csv")).hasContent(NAMES + ROWS_A + ROWS_B);
    assertThat(copy.resolve("frames.csv")).hasContent("field,band,image,hdu\nA,g,a.fit,0\n");
    assertThat(copy.resolve("rejects.csv")).doesNotExist();
    assertThat(copy.resolve("fields.csv")).content().contains("A,1,", "B,0,").doesNotContain("C");
  }

  @Test
  void partsHaveTheSameColumns() throws IOException {
    write("output/catalog/part-0.csv", NAMES + ROWS_A);
    write("output/catalog/part-1.csv", NAMES.replace("x", "y") + ROWS_B);
    assertThatThrownBy(this::whole).hasMessageContaining("part-1.csv has other columns");
  }
}
