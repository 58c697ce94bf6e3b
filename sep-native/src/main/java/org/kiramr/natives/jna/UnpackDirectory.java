package org.kiramr.natives.jna;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A directory to unpack native libraries to: one that can be written and whose mount permits
 * execution, since the loader refuses to map code from a noexec mount, and hardened machines mount
 * /tmp so.
 */
final class UnpackDirectory {
  /** System property that names the directory; nothing else is tried then. */
  static final String PROPERTY = "kira.native.dir";

  /** JNA's own system property, for the native part of JNA. */
  static final String JNA_PROPERTY = "jna.tmpdir";

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private UnpackDirectory() {}

  /**
   * Chooses the directory and has JNA unpack there too, unless {@value #JNA_PROPERTY} names one
   * that works. To be called before JNA's first use.
   *
   * @throws LibraryLoadException naming every directory tried
   */
  static Path prepare() throws LibraryLoadException {
    Path chosen = choose(candidates());
    String jna = System.getProperty(JNA_PROPERTY);
    if (jna == null || refusal(Path.of(jna)) != null) {
      System.setProperty(JNA_PROPERTY, chosen.toString());
    }
    return chosen;
  }

  /** The first directory that works. Keys say where a directory's name came from. */
  static Path choose(Map<String, Path> candidates) throws LibraryLoadException {
    List<String> refusals = new ArrayList<>();
    for (Map.Entry<String, Path> candidate : candidates.entrySet()) {
      String refusal = refusal(candidate.getValue());
      if (refusal == null) {
        return candidate.getValue();
      }
      refusals.add(candidate.getValue() + " (" + candidate.getKey() + "): " + refusal);
    }
    throw new LibraryLoadException(
        List.of(
            "no directory to unpack native libraries to: "
                + String.join(", ", refusals)
                + "; name one that permits execution with -D"
                + PROPERTY
                + "=DIR"),
        null);
  }

  private static Map<String, Path> candidates() {
    Map<String, Path> candidates = new LinkedHashMap<>();
    if (System.getProperty(PROPERTY) != null) {
      add(candidates, PROPERTY, System.getProperty(PROPERTY));
      return candidates;
    }
    add(candidates, JNA_PROPERTY, System.getProperty(JNA_PROPERTY));
    add(candidates, "java.io.tmpdir", System.getProperty("java.io.tmpdir"));
    // The working directory of a YARN container is its own, and removed with it.
    add(candidates, "working directory", System.getProperty("user.dir"));
    add(candidates, "user's cache", userCache());
    return candidates;
  }

  private static void add(Map<String, Path> candidates, String source, String directory) {
    if (directory != null) {
      candidates.put(source, Path.of(directory).toAbsolutePath());
    }
  }

  private static String userCache() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path cache =
        xdg == null || xdg.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    return cache.resolve("kira-mr").toString();
  }

  /** Why nothing can be unpacked to the directory; null if it can. */
  private static String refusal(Path directory) {
    try {
      Files.createDirectories(directory);
      Path trial = createFile(directory);
      try {
        // access(2) denies X_OK on a noexec mount even to root and whatever the mode of the file.
        return Files.isExecutable(trial) ? null : "mounted noexec";
      } finally {
        Files.delete(trial);
      }
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** A new empty file of a name of its own, that only this user can read, write and execute. */
  static Path createFile(Path directory) throws IOException {
    return Files.createTempFile(directory, "kira-native-", ".so", OWNER_ONLY);
  }
}
