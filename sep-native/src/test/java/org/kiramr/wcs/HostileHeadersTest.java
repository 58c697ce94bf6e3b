package org.kiramr.wcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What would make WCSLIB 7.12 write beyond its buffers, ask for all memory or use memory that was
 * never set, were it given the header as it is. A failure here ends the JVM.
 */
class HostileHeadersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        // a text that ends some cards later goes into a buffer of 80 characters
        "COMMENT1= 'begins here",
        "NAXIS   = 2000000000",
        "WCSAXES = 2000000000",
        "CRPIX99 = 1",
        "PC99_99 = 1",
        // a text of any length goes where seven numbers have place
        "PLATEID = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'",
        // before the first card of the text
        "WAT1_000= 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'",
        "WAT1_001= 'wtype=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'",
        "DP1     = 'TPD.FWD.99999999: 1'",
        "DQ2     = 'NAXES: 2000000000'",
        "PV1_99  = 1",
        "PROJP9  = 1",
        "A_9_9   = 1",
      })
  void noneReachesTheLibrary(String card) {
    SkyCoordinates sky = Headers.reference(Headers.tanAnd(card));
    assertThat(sky.longitude()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3. 2000000 2000000 1. 0. 1. 0. 1. 1. ",
        "3. -4 4. 2. 0. 1. 0. 1. 1. ",
        "3. 4. 4. 7. 0. 1. 0. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. 1. ",
        "9. 2. 2. 0. 0. 1. 0. 1. 1. 1. 1. ",
        "3. 4. 4. 2. 0. 1. 0. 1. 1. ",
        "",
        "3. 2. 2. 0. 0. 1. 0. 1. x y z ",
      })
  void aSurfaceThatIsNoneIsANote(String surface) {
    byte[] header =
        Headers.tanAnd(
            "CTYPE1  = 'RA---TNX'",
            "CTYPE2  = 'DEC--TNX'",
            "WAT1_001= 'wtype=tnx axtype=ra lngcor = \""
                + surface.substring(0, Math.min(34, surface.length()))
                + "'",
            "WAT1_002= '" + surface.substring(Math.min(34, surface.length())) + "\"'",
            "WAT2_001= 'wtype=tnx axtype=dec latcor = \"3. 2. 2. 0. 0. 1. 0. 1. 1. 1. 1.\"'");
    SkyCoordinates sky = Headers.reference(header);
    assertThat(sky.longitude()).containsExactly(Double.NaN);
    assertThat(sky.info().note()).startsWith("the cards WAT1_nnn");
  }

  @Test
  void aHundredThousandCardsAreNoTrouble() {
    String[] cards = new String[100_000];
    for (int i = 0; i < cards.length; i++) {
      cards[i] = "A_" + i % 10 + "_" + i / 10 % 10 + "   = " + i + "E-9";
    }
    assertThat(Headers.reference(Headers.tanAnd(cards)).longitude()).hasSize(1);
  }

  /** Bytes of good headers changed at random; with a seed, so that a failure comes again. */
  @Test
  void mutatedHeadersNeverDoHarm() {
    Random random = new Random(20261122);
    List<byte[]> seeds = seeds();
    double[] x = {0, 50, 1e3, -1e9, Double.NaN, Double.MAX_VALUE};
    for (int i = 0; i < 30_000; i++) {
      byte[] header = seeds.get(i % seeds.size()).clone();
      for (int change = random.nextInt(6); change >= 0; change--) {
        mutate(header, random);
      }
      SkyCoordinates sky = CelestialWcs.read(header).toSky(x, x);
      assertThat(sky.info().note().chars()).allMatch(c -> c >= ' ' && c < 0x7F);
    }
  }

  private static void mutate(byte[] header, Random random) {
    int card = random.nextInt(header.length / 80) * 80;
    switch (random.nextInt(4)) {
      case 0 -> header[card + random.nextInt(80)] = (byte) random.nextInt(256);
      case 1 -> {
        byte[] value =
            List.of("1E308 ", "-1E308 ", "0 ", "-1 ", "1E-308 ", "90 ", "-180.0 ", "'", "99999999 ")
                .get(random.nextInt(9))
                .getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(value, 0, header, card + 10, value.length);
      }
      case 2 -> header[card + random.nextInt(12)] = (byte) ('0' + random.nextInt(10));
      default ->
          System.arraycopy(header, random.nextInt(header.length / 80) * 80, header, card, 80);
    }
  }

  private static List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    for (String code :
        "AZP SZP TAN STG SIN ARC ZPN ZEA AIR CYP CEA CAR MER COP COE COD COO SFL PAR MOL AIT BON PCO TSC CSC QSC HPX XPH GLS NCP TPV"
            .split(" ", -1)) {
      seeds.add(
          Headers.of(
              "CTYPE1  = 'RA---" + code + "'",
              "CTYPE2  = 'DEC--" + code + "'",
              "CRPIX1  = 51",
              "CRPIX2  = 51",
              "CRVAL1  = 150.0",
              "CRVAL2  = 45.0",
              "CD1_1   = -0.001",
              "CD1_2   = 0.00001",
              "CD2_1   = 0.00001",
              "CD2_2   = 0.001",
              "LONPOLE = 180",
              "LATPOLE = 40",
              "PV2_1   = 45",
              "PV2_2   = 30",
              "PV2_3   = 0.1",
              "PV1_1   = 1",
              "A_2_0   = 1E-6",
              "B_0_2   = 1E-6"));
    }
    return seeds;
  }
}
