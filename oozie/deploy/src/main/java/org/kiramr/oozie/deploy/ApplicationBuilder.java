package org.kiramr.oozie.deploy;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Puts an application's folder together on the local file system. */
final class ApplicationBuilder {
  private ApplicationBuilder() {}

  /**
   * Makes the folder.
   *
   * @param folder the folder to make; must not exist, or be empty
   * @throws DeployException if a source is missing, or the folder is in use
   */
  static void build(ApplicationSources sources, PropertiesFile properties, Path folder)
      throws IOException {
    require(sources.kiraJar());
    require(sources.oozieJar());
    if (!Files.isDirectory(sources.definitions())) {
      throw new DeployException(sources.definitions() + ": there is no such folder");
    }
    if (Files.exists(sources.definitions().resolve(Application.LIB))) {
      throw new DeployException(
          sources.definitions() + " has a lib/ of its own: definitions are wanted, without jars");
    }
    if (Files.exists(folder) && !isEmpty(folder)) {
      throw new DeployException(folder + " is not an empty folder: nothing is written to it");
    }
    copyDefinitions(sources.definitions(), folder);
    Path lib = Files.createDirectories(folder.resolve(Application.LIB));
    Files.copy(sources.kiraJar(), lib.resolve(ApplicationSources.KIRA_JAR));
    Files.copy(sources.oozieJar(), lib.resolve(ApplicationSources.OOZIE_JAR));
    properties.write(folder.resolve(Application.PROPERTIES));
  }

  private static void require(Path file) throws DeployException {
    if (!Files.isRegularFile(file)) {
      throw new DeployException(file + ": there is no such file: build it with Maven");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }

  private static void copyDefinitions(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            // the properties are not the shipped ones but the operator's
            if (!file.equals(from.resolve(Application.PROPERTIES))) {
              Files.copy(file, to.resolve(from.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
