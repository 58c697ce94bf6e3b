package org.kiramr.oozie.deploy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.kiramr.jobs.cli.KiraTool;
import org.kiramr.oozie.action.CommandOptions;

/**
 * Jars as the packaging makes them, but small, for tests that run before it; {@link LauncherIT} has
 * the real ones.
 */
final class TestJars {
  static final List<String> NATIVES =
      List.of(
          "linux-x86-64/libsep.so",
          "linux-x86-64/libwcs.so",
          "com/sun/jna/linux-x86-64/libjnidispatch.so");

  /** Made once: every test has a copy. */
  private static final Map<List<String>, byte[]> MADE = new ConcurrentHashMap<>();

  private TestJars() {}

  /** In place of the suite's jar: its classes, and empty files in place of native libraries. */
  static void kira(Path jar, List<String> natives) throws IOException {
    Files.write(jar, MADE.computeIfAbsent(natives, names -> make(KiraTool.class, names)));
  }

  /** The jar of the actions. */
  static void oozie(Path jar) throws IOException {
    List<String> key = List.of(ApplicationSources.OOZIE_JAR);
    Files.write(jar, MADE.computeIfAbsent(key, one -> make(CommandOptions.class, List.of())));
  }

  /** A jar of all classes that lie where one of them does. */
  private static byte[] make(Class<?> one, List<String> empty) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream entries = new JarOutputStream(bytes)) {
      Path classes = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(classes)) {
        copy(classes, entries);
      } else {
        try (FileSystem built = FileSystems.newFileSystem(classes)) {
          copy(built.getPath("/"), entries);
        }
      }
      for (String name : empty) {
        entries.putNextEntry(new JarEntry(name));
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static void copy(Path root, JarOutputStream entries) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files = all.filter(file -> file.toString().endsWith(".class")).toList();
    }
    for (Path file : files) {
      entries.putNextEntry(new JarEntry(root.relativize(file).toString()));
      Files.copy(file, entries);
    }
  }
}
