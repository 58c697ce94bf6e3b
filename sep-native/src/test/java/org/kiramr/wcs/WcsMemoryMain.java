package org.kiramr.wcs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads header after header, good and broken ones, and prints by how many kB the resident memory of
 * the process grew after the first some thousand.
 */
final class WcsMemoryMain {
  private static final int WARM_UP = 5_000;
  private static final int HEADERS = 20_000;

  private WcsMemoryMain() {}

  public static void main(String[] arguments) throws IOException {
    byte[][] headers = {
      Headers.tanAnd("CTYPE1  = 'RA---TAN-SIP'", "CTYPE2  = 'DEC--TAN-SIP'", "A_2_0   = 1E-6"),
      Headers.tanAnd("PV1_0   = 0", "PV1_1   = 1", "PV1_7   = 0.001", "PV2_1   = 1"),
      Headers.tanAnd("CDELT1  = 0"),
      Headers.tanAnd("CTYPE1  = 'RA---XYZ'"),
      Headers.tanAnd("CUNIT1  = 'furlong'"),
    };
    long before = 0;
    for (int i = 0; i < WARM_UP + HEADERS; i++) {
      if (i == WARM_UP) {
        before = residentKilobytes();
      }
      Headers.reference(headers[i % headers.length]);
    }
    System.out.println("growth " + (residentKilobytes() - before));
  }

  private static long residentKilobytes() throws IOException {
    System.gc();
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
