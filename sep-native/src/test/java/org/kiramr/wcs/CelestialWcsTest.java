package org.kiramr.wcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelestialWcsTest {
  private static final double DEGREES = 1e-9;

  @Test
  void theReferencePixelIsAtTheReference() {
    SkyCoordinates sky = Headers.reference(Headers.tanAnd());
    assertPlace(sky, 150, 2);
    assertThat(sky.info()).isEqualTo(new WcsInfo("RA/DEC", "TAN", null, null, ""));
  }

  @Test
  void longitudeCanBeTheSecondAxis() {
    SkyCoordinates sky =
        Headers.reference(
            Headers.of(
                "CTYPE1  = 'GLAT-SIN'",
                "CTYPE2  = 'GLON-SIN'",
                "CRPIX1  = 51",
                "CRPIX2  = 51",
                "CRVAL1  = -20",
                "CRVAL2  = 359.5"));
    assertPlace(sky, 359.5, -20);
    assertThat(sky.info().system()).isEqualTo("GLON/GLAT");
  }

  /** Ways to say that one pixel along y is a thousandth of a degree along the equator. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "PC1_1   = 0 |PC1_2   = -1|PC2_1   = 1|PC2_2   = 0",
        "PC001001= 0 |PC001002= -1|PC002001= 1|PC002002= 0",
        "CD1_1   = 0 |CD1_2   = 1D-3|CD2_1   = .001|CD2_2   = 0.",
        "CD01_01 = 0 |CD01_02 = 1D-3|CD02_01 = .001|CD02_02 = 0.",
        "CROTA2  = 90"
      })
  void everyLinearTransformationIsRead(String cards) {
    SkyCoordinates sky =
        CelestialWcs.read(Headers.tanAnd(cards.split("\\|", -1)))
            .toSky(new double[] {50}, new double[] {60});
    assertThat(Math.abs(sky.longitude()[0] - 150)).isCloseTo(0.01, within(1e-4));
    assertThat(sky.latitude()[0]).isCloseTo(2, within(1e-5));
  }

  /** Surveys such as PTF write both; astropy leaves PVi_m out, too. */
  @Test
  void sipWinsOverScampsParameters() {
    String[] sip = {"A_ORDER = 2", "A_2_0   = 1E-4", "B_ORDER = 2", "B_0_2   = 1E-4"};
    String[] both = Arrays.copyOf(sip, sip.length + 2);
    both[sip.length] = "PV1_1   = 1.0";
    both[sip.length + 1] = "PV1_7   = 1.0E-3";
    double[] x = {10};
    double[] y = {20};
    SkyCoordinates expected = CelestialWcs.read(Headers.tanAnd(sip)).toSky(x, y);
    SkyCoordinates sky = CelestialWcs.read(Headers.tanAnd(both)).toSky(x, y);
    assertThat(expected.longitude()[0]).isFinite();
    assertThat(sky.longitude()).isEqualTo(expected.longitude());
    assertThat(sky.latitude()).isEqualTo(expected.latitude());
    assertThat(sky.info().note()).contains("left out");
  }

  @Test
  void furtherAxesDoNotMatter() {
    byte[] header =
        Headers.tanAnd(
            "WCSAXES = 4",
            "CTYPE3  = 'FREQ-TAB'",
            "CRPIX3  = 1",
            "CDELT3  = 0",
            "CTYPE4  = 'STOKES'",
            "CRVAL4  = 'I'",
            "CRPIX4  = -40",
            "CD3_3   = 0");
    assertPlace(Headers.reference(header), 150, 2);
  }

  @Test
  void alternateVersionsDoNotMatter() {
    byte[] header =
        Headers.tanAnd("CTYPE1A = 'LINEAR'", "CRVAL1A = 7", "WCSAXESZ= 9", "CRPIX1Q = 1e9");
    assertPlace(Headers.reference(header), 150, 2);
    SkyCoordinates alone =
        Headers.reference(Headers.of("CTYPE1A = 'RA---TAN'", "CTYPE2A = 'DEC--TAN'"));
    assertThat(alone.info().note()).isEqualTo("no WCS");
  }

  @Test
  void frameAndEquinoxAreThoseOfTheHeader() {
    WcsInfo both =
        CelestialWcs.read(Headers.tanAnd("RADESYS = 'FK4-NO-E'", "EQUINOX = 1975.0", "EPOCH = 1"))
            .info();
    assertThat(both.radesys()).isEqualTo("FK4-NO-E");
    assertThat(both.equinox()).isEqualTo(1975.0);
    WcsInfo old =
        CelestialWcs.read(Headers.tanAnd("RADECSYS= 'FK5     '", "EPOCH   = '2000.0'")).info();
    assertThat(old.radesys()).isEqualTo("FK5");
    assertThat(old.equinox()).isEqualTo(2000.0);
    // WCSLIB would say ICRS
    WcsInfo none = Headers.reference(Headers.tanAnd()).info();
    assertThat(none.radesys()).isNull();
    assertThat(none.equinox()).isNull();
    WcsInfo broken = CelestialWcs.read(Headers.tanAnd("RADESYS = 5", "EQUINOX = 'J2000'")).info();
    assertThat(broken.radesys()).isNull();
    assertThat(broken.equinox()).isNull();
    assertThat(broken.note()).isEmpty();
  }

  @Test
  void unitsInOtherSpellingsAreUnderstood() {
    assertPlace(
        Headers.reference(Headers.tanAnd("CUNIT1  = 'DEGREES '", "CUNIT2  = 'degree'")), 150, 2);
  }

  @Test
  void scampsTanIsTpv() {
    String[] terms = {"PV1_0   = 0.01", "PV1_1   = 1", "PV1_7   = 0", "PV2_1   = 1"};
    SkyCoordinates sky = Headers.reference(Headers.tanAnd(terms));
    assertThat(sky.info().projection()).isEqualTo("TPV");
    assertThat(sky.info().note()).contains("read as TPV");
    assertThat(sky.longitude()[0]).isCloseTo(150.01, within(1e-4));
  }

  /** WCSLIB reads the coefficients after a 0 as 0; it must not be given one. */
  @Test
  void tnxMayHaveCoefficientsOfZero() {
    byte[] header =
        Headers.of(
            "CTYPE1  = 'RA---TNX'",
            "CTYPE2  = 'DEC--TNX'",
            "CRPIX1  = 51",
            "CRPIX2  = 51",
            "CRVAL1  = 150",
            "CRVAL2  = 0",
            "CDELT1  = 1",
            "CDELT2  = 1",
            "WAT1_001= 'wtype=tnx axtype=ra lngcor = \"3. 2. 2. 0. -1. 1. -1. 1. 0. 0. 0.25\"'",
            "WAT2_001= 'wtype=tnx axtype=dec latcor = \"3. 2. 2. 0. -1. 1. -1. 1. 0. 0. 0.\"'");
    SkyCoordinates sky =
        CelestialWcs.read(header).toSky(new double[] {50, 50}, new double[] {50, 50.04});
    assertThat(sky.info().note()).isEmpty();
    assertThat(sky.longitude()[0]).isCloseTo(150, within(DEGREES));
    // a quarter of the 0.04 degrees along y
    assertThat(sky.longitude()[1]).isCloseTo(150.01, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CRVAL1  = '150.0'| CRVAL1 is not a number",
        "CRVAL1  = 1E999  | CRVAL1 is not a number",
        "CRVAL1  = NaN    | CRVAL1 is not a number",
        "CRPIX2  = 1.0 2.0| CRPIX2 is not a number",
        "CTYPE1  = 7      | CTYPE1 is not a text",
        "CTYPE1  = 'RA---TAN | CTYPE1 is not a text",
        "CTYPE1  = 'RA---XYZ'| Inconsistent or unrecognized coordinate axis type",
        "CTYPE1  = 'LINEAR' | no celestial WCS: CTYPE1 is 'LINEAR', CTYPE2 is 'DEC--TAN'",
        "CTYPE1  = 'DEC--TAN'| no celestial WCS",
        "CTYPE1  = 'RA---SIN'| Inconsistent or unrecognized coordinate axis type",
        "CTYPE1  = 'RA---TNX'| the cards WAT1_nnn hold no tnx",
        "CDELT1  = 0      | Linear transformation matrix is singular",
        "CUNIT1  = 'furlong'| Unrecognized coordinate transformation parameter",
        "CPDIS1  = 'Lookup' | CPDIS1: distortions by records or tables are not read",
        "A_1_1   = 'x'    | A_1_1 is not a number",
      })
  void aBrokenWcsIsANote(String card, String note) {
    SkyCoordinates sky = Headers.reference(Headers.tanAnd(card));
    assertThat(sky.longitude()).containsExactly(Double.NaN);
    assertThat(sky.latitude()).containsExactly(Double.NaN);
    assertThat(sky.info().note()).startsWith(note);
  }

  @Test
  void positionsBesideTheSkyAreNotPlaces() {
    byte[] header =
        Headers.of(
            "CTYPE1  = 'GLON-AIT'",
            "CTYPE2  = 'GLAT-AIT'",
            "CRPIX1  = 51",
            "CRPIX2  = 51",
            "CDELT1  = -4",
            "CDELT2  = 4");
    SkyCoordinates sky =
        CelestialWcs.read(header).toSky(new double[] {0, 50, 0}, new double[] {0, 50, 100});
    assertThat(sky.longitude()).containsExactly(Double.NaN, 0, Double.NaN);
    assertThat(sky.latitude()).containsExactly(Double.NaN, 0, Double.NaN);
    assertThat(sky.info().note()).isEqualTo("2 of 3 positions have no place on the sky");
  }

  @Test
  void noPositionsAreNoTrouble() {
    SkyCoordinates sky = CelestialWcs.read(Headers.tanAnd()).toSky(new double[0], new double[0]);
    assertThat(sky.longitude()).isEmpty();
    assertThat(sky.info().note()).isEmpty();
  }

  private static void assertPlace(SkyCoordinates sky, double longitude, double latitude) {
    assertThat(sky.info().note()).isEmpty();
    assertThat(sky.longitude()[0]).isCloseTo(longitude, within(DEGREES));
    assertThat(sky.latitude()[0]).isCloseTo(latitude, within(DEGREES));
  }
}
