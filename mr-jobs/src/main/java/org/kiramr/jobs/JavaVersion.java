package org.kiramr.jobs;

/** The Java versions that Hadoop 3.4 runs on. */
final class JavaVersion {
  /** Class files are compiled for it, so an older one does not get this far. */
  static final int OLDEST = 17;

  /** Java 24 removed the security manager calls that Hadoop's UserGroupInformation makes. */
  static final int FIRST_WITHOUT_HADOOP = 24;

  private JavaVersion() {}

  /** One line that says what is wrong with a Java version, or null if nothing is. */
  static String complaint(int feature) {
    if (feature >= FIRST_WITHOUT_HADOOP) {
      return "this is Java "
          + feature
          + "; Hadoop 3.4 runs on Java "
          + OLDEST
          + " to "
          + (FIRST_WITHOUT_HADOOP - 1)
          + ". Set JAVA_HOME to a JDK 17.";
    }
    return null;
  }
}
