package org.kiramr.oozie.deploy;

import java.nio.file.Path;

/**
 * What an application is built from. Immutable.
 *
 * @param definitions folder of the workflows, coordinators, bundle and {@code job.properties}
 * @param kiraJar the suite's jar, with all that a cluster lacks
 * @param oozieJar the jar of the actions' main classes
 */
public record ApplicationSources(Path definitions, Path kiraJar, Path oozieJar) {
  static final String KIRA_JAR = "kira-mr.jar";
  static final String OOZIE_JAR = "kira-oozie.jar";

  /** The application of this project, as Maven has built it. */
  public static ApplicationSources inCheckout(Path root) {
    Path module = root.resolve("oozie/application");
    return new ApplicationSources(
        module.resolve("src/main/oozie"),
        root.resolve("mr-jobs/target").resolve(KIRA_JAR),
        module.resolve("target").resolve(OOZIE_JAR));
  }

  /** The same jars with other definitions. */
  public ApplicationSources withDefinitions(Path folder) {
    return new ApplicationSources(folder, kiraJar, oozieJar);
  }

  /** The {@code job.properties} among the definitions. */
  public Path properties() {
    return definitions.resolve(Application.PROPERTIES);
  }
}
