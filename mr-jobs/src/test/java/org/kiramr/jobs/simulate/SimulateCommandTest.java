package org.kiramr.jobs.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.Header;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.catalog.EcsvReader;
import org.kiramr.jobs.cli.UsageException;

/** The whole command with the local job runner, on small frames. */
class SimulateCommandTest {
  private static final String FIRST = "001000/1/fpC-001000-g1-0011.fit";

  @TempDir static Path dir;

  private static String printed;

  @BeforeAll
  static void simulateOnce() throws Exception {
    printed = simulate("sky", "6", "-D", "mapreduce.local.map.tasks.maximum=1");
  }

  @Test
  void theNumberOfTasksDoesNotMatter() throws Exception {
    simulate("three", "6", "--fields-per-map", "1");
    Map<String, String> files = files("sky");
    assertThat(files).hasSize(6 + 3 + 2).containsKeys(FIRST, "_SUCCESS", "_simulation.json");
    assertThat(files("three")).isEqualTo(files);
  }

  @Test
  void aPartOfTheSkyIsTheSameSky() throws Exception {
    simulate("part", "2");
    Map<String, String> whole = files("sky");
    Map<String, String> part = files("part");
    part.remove("_simulation.json");
    assertThat(part).hasSize(2 + 1 + 1);
    assertThat(whole).containsAllEntriesOf(part);
  }

  @Test
  void framesAreSdssLike() throws Exception {
    try (Fits fits = new Fits(dir.resolve("sky").resolve(FIRST).toFile())) {
      BasicHDU<?> hdu = fits.readHDU();
      Header header = hdu.getHeader();
      assertThat(hdu.getAxes()).containsExactly(140, 200);
      assertThat(header.getIntValue("BITPIX")).isEqualTo(16);
      assertThat(header.getDoubleValue("BZERO")).isEqualTo(32768);
      assertThat(header.getIntValue("RUN")).isEqualTo(1000);
      assertThat(header.getIntValue("CAMCOL")).isEqualTo(1);
      assertThat(header.getIntValue("FRAME")).isEqualTo(11);
      assertThat(header.getStringValue("FILTER")).isEqualTo("g");
      assertThat(header.getStringValue("CTYPE1")).isEqualTo("RA---TAN");
      assertThat(header.findCard("SIMPLE").getComment()).isEqualTo("FITS standard");
      short[][] pixels = (short[][]) hdu.getKernel();
      assertThat(pixels[7][7] + 32768).isBetween(1000, 1300);
      assertThat(fits.readHDU()).isNull();
    }
    assertThat(printed).contains("6 frames of 200x140 pixels in 3 fields");
  }

  @Test
  void theTruthTellsPlacesInTheFrame() throws Exception {
    Path table = dir.resolve("sky/_truth/001000-1-0011.ecsv");
    int rows = 0;
    try (InputStream in = Files.newInputStream(table);
        EcsvReader reader = new EcsvReader(in)) {
      while (reader.next()) {
        rows++;
        assertThat(reader.getDouble("x")).isBetween(-0.5, 199.5);
        assertThat(reader.getDouble("y")).isBetween(-0.5, 139.5);
        assertThat(reader.getDouble("flux_circle_r")).isLessThan(reader.getDouble("flux_r"));
        assertThat(reader.getInt("flags_g")).isBetween(0, 31);
      }
    }
    assertThat(rows).isGreaterThan(20);
  }

  @Test
  void onlyOwnOutputsAreReplaced() throws Exception {
    simulate("old", "1");
    assertThatThrownBy(() -> simulate("old", "1"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--overwrite");
    simulate("old", "2", "--overwrite");
    assertThat(files("old")).containsKey(FIRST.replace("-g", "-r"));
    Path precious = Files.createDirectory(dir.resolve("precious"));
    Files.writeString(precious.resolve("a.txt"), "a");
    assertThatThrownBy(() -> simulate("precious", "1", "--overwrite"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("not the output of an earlier run");
    assertThat(precious.resolve("a.txt")).exists();
  }

  private static String simulate(String output, String frames, String... more) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(
                "-o",
                dir.resolve(output).toString(),
                "--frames",
                frames,
                "--size",
                "200x140",
                "--overlap",
                "40",
                "--bands",
                "gr",
                "--density",
                "3",
                "--saturated-stars",
                "--cosmic-rays",
                "500"));
    words.addAll(List.of(more));
    Configuration conf = new Configuration();
    conf.set("hadoop.tmp.dir", dir.resolve("tmp").toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SimulateCommand command = new SimulateCommand(new PrintStream(out, true, UTF_8));
    command.setConf(conf);
    assertThat(command.run(words.toArray(new String[0]))).isZero();
    return out.toString(UTF_8);
  }

  /** The digest of every file by its path, without Hadoop's checksum files. */
  private static Map<String, String> files(String output) throws Exception {
    Path root = dir.resolve(output);
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (Files.isRegularFile(path) && !path.toString().endsWith(".crc")) {
          digests.put(root.relativize(path).toString().replace('\\', '/'), digest(path));
        }
      }
    }
    return digests;
  }

  private static String digest(Path path) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
    return HexFormat.of().formatHex(digest);
  }
}
