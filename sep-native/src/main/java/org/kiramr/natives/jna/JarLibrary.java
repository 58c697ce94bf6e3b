package org.kiramr.natives.jna;

import com.sun.jna.Platform;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The library that the jar carries for this platform.
 *
 * @param directory where to unpack it
 * @param resource name of the resource, from the root of the class path
 */
record JarLibrary(Path directory, String resource) implements LibraryCandidate {
  /** The copy for this platform, under JNA's resource prefix, for instance {@code linux-x86-64}. */
  static JarLibrary ofPlatform(Path directory, LibraryNames names) {
    return new JarLibrary(directory, "/" + Platform.RESOURCE_PREFIX + "/" + names.file());
  }

  @Override
  public <T> FoundLibrary<T> open(LibraryCheck<T> check)
      throws IOException, UnusableLibraryException {
    byte[] bytes = read(resource);
    Path file = UnpackDirectory.createFile(directory);
    try {
      Files.write(file, bytes);
      T facts = LibraryOpener.open(file.toString(), check);
      return new FoundLibrary<>(
          Origin.JAR,
          "jar:" + resource,
          packageVersion(),
          Optional.of(LibraryOpener.sha256(bytes)),
          facts);
    } finally {
      // Once mapped, the file is not needed: nothing is left behind, however the JVM ends.
      Files.deleteIfExists(file);
    }
  }

  private Optional<String> packageVersion() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = getClass().getResourceAsStream(resource.replace(".so", ".properties"))) {
      if (in != null) {
        properties.load(in);
      }
    }
    return Optional.ofNullable(properties.getProperty("version")).filter(v -> !v.isEmpty());
  }

  private static byte[] read(String resource) throws IOException {
    try (InputStream in = JarLibrary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException("not on the class path");
      }
      return in.readAllBytes();
    }
  }

  @Override
  public String toString() {
    return "the jar's " + resource;
  }
}
