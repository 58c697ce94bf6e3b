package org.kiramr.jobs.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.hadoop.util.VersionInfo;
import org.kiramr.sep.SepLibrary;
import org.kiramr.wcs.WcsLibrary;

/** What made a result: the versions of everything that its numbers can depend on. */
public final class Versions {
  private static final String RESOURCE = "kira-mr.properties";

  private Versions() {}

  /** Names and versions of what runs here, libsep apart, in a fixed order. */
  public static Map<String, String> ofClient() {
    Map<String, String> versions = new LinkedHashMap<>();
    Properties built = built();
    versions.put("kira-mr", built.getProperty("version"));
    versions.put("nom-tam-fits", built.getProperty("nom-tam-fits.version"));
    versions.put("hadoop", VersionInfo.getVersion());
    versions.put("java", Runtime.version().toString());
    versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return versions;
  }

  /**
   * The libsep of this process: version, struct layout, and the beginning of its SHA-256 where it
   * is known; short enough for the name of a counter.
   *
   * @throws org.kiramr.sep.SepUnavailableException if it cannot be loaded
   */
  public static String libsep() {
    SepLibrary sep = SepLibrary.load();
    String version = sep.packageVersion().orElse(sep.versionString());
    return version
        + " layout "
        + sep.layout()
        + sep.sha256().map(sha256 -> " sha256 " + sha256.substring(0, 16)).orElse("");
  }

  /** The libwcs of this process in the same way; {@code none} if it cannot be loaded. */
  public static String libwcs() {
    return WcsLibrary.version()
        .map(
            version ->
                version
                    + WcsLibrary.sha256()
                        .map(sha256 -> " sha256 " + sha256.substring(0, 16))
                        .orElse(""))
        .orElse("none");
  }

  private static Properties built() {
    try (InputStream in = Versions.class.getResourceAsStream(RESOURCE)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
