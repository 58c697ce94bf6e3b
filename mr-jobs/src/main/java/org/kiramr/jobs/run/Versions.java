package org.kiramr.jobs.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.hadoop.util.VersionInfo;
import org.kiramr.sep.SepLibrary;

/** What made a result: the versions of everything that its numbers can depend on. */
public final class Versions {
  private static final String RESOURCE = "kira-mr.properties";

  private Versions() {}

  /**
   * Names and versions, in a fixed order.
   *
   * @throws org.kiramr.sep.SepUnavailableException if libsep cannot be loaded
   */
  public static Map<String, String> current() {
    Map<String, String> versions = new LinkedHashMap<>();
    Properties built = built();
    versions.put("kira-mr", built.getProperty("version"));
    SepLibrary sep = SepLibrary.load();
    versions.put("libsep", sep.packageVersion().orElse(sep.versionString()));
    versions.put("libsep layout", sep.layout().name());
    versions.put("libsep path", sep.path());
    sep.sha256().ifPresent(sha256 -> versions.put("libsep sha256", sha256));
    versions.put("nom-tam-fits", built.getProperty("nom-tam-fits.version"));
    versions.put("hadoop", VersionInfo.getVersion());
    versions.put("java", Runtime.version().toString());
    versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return versions;
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
