package org.kiramr.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every file of the real data outside {@code broken/} against {@code shared-data.tsv}, which {@code
 * shared-data.py} made with astropy and CFITSIO: the same images, bit for bit, and the expected
 * rejects.
 */
class SharedDataIT {
  /** Cut out of larger images by people who left the larger image's DATASUM in place. */
  private static final Set<String> STALE_DATASUM = Set.of("wcs/tnx.fits 0", "wcs/tpv.fits.gz 0");

  /** A line of the golden. */
  private record Golden(int width, int height, int masked, double sum, String sha256) {}

  @Test
  void sameImagesAsAstropyAndCfitsio() throws IOException {
    Map<String, Golden> golden = golden();
    FrameReaderOptions options =
        new FrameReaderOptions(
            FieldPattern.defaults(), FrameReaderOptions.defaults().maxFrameBytes(), false);
    Set<String> seen = new TreeSet<>();
    Map<String, RejectCode> rejects = new TreeMap<>();
    read(
        options,
        (name, item) -> {
          if (item instanceof Frame frame) {
            seen.add(name);
            assertThat(golden).as("images that astropy or CFITSIO sees").containsKey(name);
            compare(name, frame, golden.get(name));
            if (name.startsWith("sdss-f")) {
              assertThat(frame.id().field())
                  .as("the cards and the name of %s mean the same field", name)
                  .isEqualTo(FieldPattern.fieldOfName(frame.id().image()));
            }
          } else {
            rejects.put(name, ((Reject) item).code());
          }
        });
    rejects.forEach(
        (name, code) -> {
          if (code == RejectCode.ALL_MASKED) {
            seen.add(name);
            assertThat(golden.get(name).masked).isEqualTo(pixels(golden.get(name)));
          } else {
            assertThat(code).as(name).isEqualTo(RejectCode.UNSUPPORTED_DIMENSIONS);
          }
        });
    assertThat(seen).isEqualTo(new TreeSet<>(golden.keySet()));
  }

  @Test
  void onlyKnownFilesFailTheirDatasum() throws IOException {
    Set<String> failed = new TreeSet<>();
    read(
        FrameReaderOptions.defaults(),
        (name, item) -> {
          if (item instanceof Reject reject && reject.code() == RejectCode.DATASUM_MISMATCH) {
            failed.add(name);
          }
        });
    assertThat(failed).isEqualTo(new TreeSet<>(STALE_DATASUM));
  }

  private static void compare(String name, Frame frame, Golden golden) {
    assertThat(frame.width()).as(name).isEqualTo(golden.width);
    assertThat(frame.height()).as(name).isEqualTo(golden.height);
    assertThat(frame.maskedCount()).as(name).isEqualTo(golden.masked);
    ByteBuffer bytes =
        ByteBuffer.allocate(pixels(golden) * (frame.isDouble() ? Double.BYTES : Float.BYTES));
    FloatBuffer floats = frame.floatPixels();
    DoubleBuffer doubles = frame.doublePixels();
    ByteBuffer mask = frame.mask();
    double sum = 0;
    double size = 0;
    for (int i = 0; i < pixels(golden); i++) {
      double value = frame.isDouble() ? doubles.get(i) : floats.get(i);
      boolean masked = mask != null && mask.get(i) == 1;
      if (masked != Double.isNaN(value)) { // an assertion a pixel would take minutes
        fail("pixel %d of %s is %s, masked: %s", i, name, value, masked);
      }
      sum += masked ? 0 : value;
      size += masked ? 0 : Math.abs(value);
      if (frame.isDouble()) {
        bytes.putLong(Double.doubleToLongBits(value));
      } else {
        bytes.putInt(Float.floatToIntBits((float) value));
      }
    }
    // The sums are rounded in different orders; the digest below allows no difference at all.
    assertThat(sum).as(name).isCloseTo(golden.sum, within(1e-11 * size));
    assertThat(sha256(bytes.array())).as(name).isEqualTo(golden.sha256);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static int pixels(Golden golden) {
    return golden.width * golden.height;
  }

  /** Takes what the files give. */
  private interface Taker {
    void take(String name, FrameItem item);
  }

  private static void read(FrameReaderOptions options, Taker taker) throws IOException {
    Path folder = SharedData.folder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString();
        if (name.startsWith("broken") || name.endsWith(".md")) {
          continue;
        }
        try (FrameReader reader =
            new FrameReader(Files.newInputStream(file), name, Files.size(file), options)) {
          for (FrameItem item = reader.next(); item != null; item = reader.next()) {
            int hdu = item instanceof Frame frame ? frame.id().hdu() : ((Reject) item).hdu();
            taker.take(name + " " + hdu, item);
          }
          assertThat(reader.bytesRead()).as(name).isEqualTo(Files.size(file));
        }
      }
    }
  }

  private static Map<String, Golden> golden() throws IOException {
    Map<String, Golden> golden = new LinkedHashMap<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                SharedDataIT.class.getResourceAsStream("shared-data.tsv"),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] columns = line.split("\t", -1);
        golden.put(
            columns[0] + " " + columns[1],
            new Golden(
                Integer.parseInt(columns[2]),
                Integer.parseInt(columns[3]),
                Integer.parseInt(columns[4]),
                Double.parseDouble(columns[5]),
                columns[6]));
      }
    }
    return golden;
  }
}
