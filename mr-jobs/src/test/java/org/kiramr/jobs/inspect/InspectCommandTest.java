package org.kiramr.jobs.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.ToolRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.fits.FileSummary;
import org.kiramr.fits.Reject;
import org.kiramr.fits.RejectCode;
import org.kiramr.jobs.cli.ExitCode;
import org.kiramr.jobs.cli.UsageException;

/** {@code inspect} on files made for it. */
class InspectCommandTest {
  @TempDir private Path directory;

  /** An image with a BLANK pixel and a WCS, and a cube. */
  private Path file() throws IOException {
    return new MadeFile()
        .emptyPrimary("FILTER  = 'r'")
        .shorts(
            new short[] {-1, 10, 30},
            "EXTNAME = 'SCI'",
            "EXTVER  = 2",
            "BSCALE  = 0.5",
            "BZERO   = 100",
            "BLANK   = -1",
            "CTYPE1  = 'RA---TAN'",
            "CTYPE2  = 'DEC--TAN'",
            "CRPIX1  = 2",
            "CRPIX2  = 1",
            "CRVAL1  = 150.25",
            "CRVAL2  = -2.5",
            "CDELT1  = -0.0001",
            "CDELT2  = 0.0001",
            "RADESYS = 'ICRS'")
        .hdu(
            new byte[] {1, 2, 3, 4},
            "XTENSION= 'IMAGE'",
            "BITPIX  = 8",
            "NAXIS   = 3",
            "NAXIS1  = 1",
            "NAXIS2  = 2",
            "NAXIS3  = 2",
            "PCOUNT  = 0",
            "GCOUNT  = 1")
        .write(directory.resolve("m1.fits"));
  }

  @Test
  void theTableShowsEachHdu() throws Exception {
    InspectRun run = InspectRun.of(file(), "--pixels");
    assertThat(run.lines())
        .startsWith(
            "  HDU  KIND           NAME              SIZE                BITPIX     MASKED  SCALING",
            "m1.fits: 14,400 bytes, plain",
            "    0  empty                                                     8",
            "       ignored: it has no data (NAXIS = 0)",
            "    1  image          SCI:2             3 x 1                   16          1  BSCALE 0.5,"
                + " BZERO 100.0, BLANK -1",
            "       field m1, band r",
            "       WCS RA/DEC TAN, ICRS, centre 150.250000 -2.500000",
            "       3 pixels, 1 NaN, min 105.0, max 115.0, mean 110.0, sum 220.0",
            // sha256sum of 7fc00000 42d20000 42e60000
            "       sha256 64bc3928ed6c9475b1634291c3ac923c3a347045746070dac1adb8abb1be6c9a",
            "    2  cube                             1 x 2 x 2                8",
            "       field m1, band r",
            "       no WCS")
        .last()
        .asString()
        .startsWith("       rejected: UNSUPPORTED_DIMENSIONS: a cube (1 x 2 x 2): its 2 planes are")
        .contains("--planes all");
    assertThat(run.exitCode()).isEqualTo(ExitCode.TOO_MANY_REJECTS);
  }

  @Test
  void planesAreToldOneByOne() throws Exception {
    InspectRun run = InspectRun.of("--planes", "all", file());
    assertThat(run.lines())
        .endsWith("       plane [2][*,*,1:1]: 0 masked", "       plane [2][*,*,2:2]: 0 masked");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void jsonHasTheSameExactly() throws Exception {
    List<JsonNode> files = InspectRun.of("--json", "--pixels", "--hdu", "SCI", file()).json();
    JsonNode file = files.get(0);
    assertThat(files).hasSize(1);
    assertThat(file.get("image").asText()).isEqualTo("m1.fits");
    assertThat(file.get("path").asText()).endsWith("/m1.fits").startsWith("file:");
    assertThat(file.get("bytes").asLong()).isEqualTo(14_400);
    assertThat(file.get("rejects")).isEmpty();
    JsonNode image = file.at("/hdus/1");
    assertThat(image.get("kind").asText()).isEqualTo("image");
    assertThat(image.get("axes").toString()).isEqualTo("[3,1]");
    assertThat(image.get("bscale").asDouble()).isEqualTo(0.5);
    assertThat(image.get("blank").asInt()).isEqualTo(-1);
    assertThat(image.get("ignored").isNull()).isTrue();
    assertThat(image.at("/wcs/ra").asDouble()).isEqualTo(150.25);
    assertThat(image.at("/frames/0/masked").asInt()).isEqualTo(1);
    assertThat(image.at("/frames/0/pixels/mean").asDouble()).isEqualTo(110);
    assertThat(file.at("/hdus/2/ignored").asText()).isEqualTo("it is not chosen");
    assertThat(file.at("/hdus/0/wcs").isNull()).isTrue();
  }

  @Test
  void doublesAreToldInFullAndNamesInAscii() throws Exception {
    byte[] tenth = new byte[8];
    ByteBuffer.wrap(tenth).putDouble(0.1);
    Path file =
        new MadeFile()
            .hdu(tenth, "SIMPLE  = T", "BITPIX  = -64", "NAXIS   = 2", "NAXIS1  = 1", "NAXIS2  = 1")
            .write(directory.resolve("caf\u00e9.fits"));
    InspectRun run = InspectRun.of("--json", "--pixels", file);
    assertThat(run.printed()).contains("\"sum\":0.1,").contains("caf\\u00E9.fits").isASCII();
    assertThat(run.json().get(0).get("image").asText()).isEqualTo("caf\u00e9.fits");
  }

  @Test
  void masksAreAppliedAndPassedOver() throws Exception {
    Path file =
        new MadeFile()
            .emptyPrimary()
            .shorts(new short[] {1, 2}, "EXTNAME = 'SCI'")
            .shorts(new short[] {0, 4}, "EXTNAME = 'DQ'")
            .write(directory.resolve("mef.fits"));
    JsonNode hdus = InspectRun.of("--json", "--mask", "DQ", file).json().get(0).get("hdus");
    assertThat(hdus.at("/1/frames/0/masked").asInt()).isEqualTo(1);
    assertThat(hdus.at("/2/frames")).isEmpty();
    assertThat(hdus.at("/2/ignored").asText()).contains("mask or map of noise");
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() throws Exception {
    Path file =
        new MadeFile()
            .emptyPrimary("EXTNAME = 'A\u001b[2JB'")
            .write(directory.resolve("escape.fits"));
    assertThat(InspectRun.of(file).printed()).doesNotContain("\u001b");
  }

  @Test
  void whatIsNoFitsIsRejectedAndTheNextFileIsRead() throws Exception {
    Files.writeString(directory.resolve("a.fits"), "no FITS at all");
    file();
    InspectRun run = InspectRun.of("--json", directory);
    assertThat(run.exitCode()).isEqualTo(ExitCode.TOO_MANY_REJECTS);
    assertThat(InspectRun.of(directory.resolve("a.fits")).lines().subList(1, 3))
        .satisfies(
            lines -> assertThat(lines.get(0)).isEqualTo("a.fits: 14 bytes, plain"),
            lines -> assertThat(lines.get(1)).startsWith("       rejected: NOT_FITS: "));
    JsonNode text = run.json().get(0);
    assertThat(text.get("hdus")).isEmpty();
    assertThat(text.at("/rejects/0/code").asText()).isEqualTo("NOT_FITS");
    assertThat(text.at("/rejects/0/hdu").asInt()).isEqualTo(-1);
    assertThat(run.json().get(1).get("hdus")).hasSize(3);
  }

  @Test
  void usageIsChecked() {
    assertThatThrownBy(InspectRun::of)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no input");
    assertThatThrownBy(() -> InspectRun.of(directory.resolve("nothing.fits")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("nothing.fits");
    assertThatThrownBy(() -> InspectRun.of("--hdu", "1,,2", directory))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--hdu");
    assertThatThrownBy(() -> InspectRun.of("-D", "kira.inspect.threshold-sigma=2", directory))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("kira.inspect.threshold-sigma");
    assertThatThrownBy(() -> InspectRun.of("--mask-bits", "0x20", "."))
        .isInstanceOf(UsageException.class)
        .hasMessage("--mask-bits is without --mask");
  }

  @Test
  void helpNamesTheWordsAndTheKeys() throws Exception {
    assertThat(InspectRun.of("--help").printed()).contains("kira inspect [options] PATH...");
    assertThat(InspectRun.of("--keys").lines())
        .anyMatch(line -> line.endsWith(" kira.inspect.hdus"))
        .allMatch(line -> line.contains(" kira.inspect."));
  }

  @Test
  void itStopsQuietlyWhenNobodyReads() throws Exception {
    Path file = file();
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    PrintStream out = new PrintStream(closed, true, StandardCharsets.UTF_8);
    String[] words = {file.toString(), directory.resolve("m1.fits").toString()};
    assertThat(ToolRunner.run(new Configuration(), new InspectCommand(out), words))
        .isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aFileOfTooManyHdusIsCutShort() {
    HduCollector collector = new HduCollector(0);
    collector.add(new Reject("a", 0, "f", RejectCode.BAD_HEADER, "no reason"));
    FileReport report = collector.report(new FileSummary("a", "/a", 0, 0, 0, 1, 0), "plain");
    assertThat(report.rejects()).isEmpty();
    assertThat(report.omitted()).isEqualTo(1);
  }
}
