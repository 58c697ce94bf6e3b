package org.kiramr.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we call ECSV is ECSV to astropy; skipped where Python has no astropy. */
class AstropyReadsEcsvTest {
  private static final String PYTHON = "/usr/bin/python3";

  @TempDir Path dir;

  @Test
  void sameColumnsUnitsAndNumbers() throws IOException, InterruptedException {
    assumeTrue(
        Files.isExecutable(Path.of(PYTHON)) && run("import astropy.table, yaml").exit() == 0,
        "python3-astropy and python3-yaml are not installed");
    FrameCatalog catalog = FrameCatalogs.random(FrameCatalogs.frame("a, \"b\".fit"), 2, 40, 3);
    Path table = dir.resolve("part.ecsv");
    try (OutputStream out = Files.newOutputStream(table);
        EcsvWriter writer = new EcsvWriter(out, CatalogSchema.of(5, 7.5))) {
      writer.append(new CanonicalRows().format(catalog));
    }
    Output output =
        run(
            """
            import sys, astropy.table
            t = astropy.table.Table.read(sys.argv[1], format='ascii.ecsv')
            print(len(t), len(t.columns), t.meta['name'])
            print(t['x2'].unit, t['cxx'].unit, t['theta'].unit, t['flux'].unit)
            print(t['flag'].dtype, t['npix'].dtype, t['a'].dtype, t['x'].dtype)
            print(t['image'][39])
            print(float(t['x'][39]).hex(), float(t['a'][39]).hex())
            """,
            table.toString());
    assertThat(output.text().lines())
        .containsExactly(
            "40 47 catalog",
            "pix2 1 / pix2 rad None",
            "int16 int32 float32 float64",
            "a, \"b\".fit",
            hex(catalog.doubles("x")[39]) + " " + hex(catalog.floats("a")[39]));
    assertThat(output.exit()).isZero();
  }

  /** Python writes an exponent's plus sign. */
  private static String hex(double value) {
    String text = Double.toHexString(value);
    String[] parts = text.split("p", 2);
    int point = parts[0].indexOf('.') + 1;
    String digits = parts[0].substring(point);
    return parts[0].substring(0, point)
        + digits
        + "0".repeat(13 - digits.length())
        + "p"
        + (parts[1].startsWith("-") ? "" : "+")
        + parts[1];
  }

  private record Output(int exit, String text) {}

  private static Output run(String script, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PYTHON, "-c", script));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Output(process.waitFor(), text);
  }
}
