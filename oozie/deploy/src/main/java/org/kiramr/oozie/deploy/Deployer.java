package org.kiramr.oozie.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.security.UserGroupInformation;

/**
 * Builds applications. For programs, such as tests, that put one up:
 *
 * <pre>
 * BuiltApplication application =
 *     Deployer.inCheckout(root).build(properties, Map.of("nameNode", "hdfs://..."), folder);
 * if (application.problems().isEmpty()) {
 *   application.upload(conf, false);
 * }
 * </pre>
 *
 * <p>Immutable; nothing is printed.
 */
public final class Deployer {
  private final ApplicationSources sources;

  /** A deployer of an application. */
  public Deployer(ApplicationSources sources) {
    this.sources = sources;
  }

  /**
   * The deployer of this project's application, as Maven has built it.
   *
   * @param root the checkout
   */
  public static Deployer inCheckout(Path root) {
    return new Deployer(ApplicationSources.inCheckout(root));
  }

  /**
   * Builds the application's folder: the definitions, {@code lib/} with the jars, and {@code
   * job.properties}. It is not checked yet.
   *
   * @param properties the operator's {@code job.properties}; the shipped one is {@link
   *     ApplicationSources#properties()}
   * @param overrides properties that get another value, or are added
   * @param folder where to build; must not exist or be empty; stays
   * @throws DeployException if a source is missing, or the folder is in use
   */
  public BuiltApplication build(Path properties, Map<String, String> overrides, Path folder)
      throws IOException {
    return build(override(PropertiesFile.read(properties), overrides), folder);
  }

  BuiltApplication build(PropertiesFile properties, Path folder) throws IOException {
    ApplicationBuilder.build(sources, properties, folder);
    String user = UserGroupInformation.getCurrentUser().getShortUserName();
    return new BuiltApplication(Application.read(folder, user));
  }

  static PropertiesFile override(PropertiesFile properties, Map<String, String> overrides) {
    PropertiesFile changed = properties;
    for (Map.Entry<String, String> override : overrides.entrySet()) {
      changed = changed.with(override.getKey(), override.getValue());
    }
    return changed;
  }
}
