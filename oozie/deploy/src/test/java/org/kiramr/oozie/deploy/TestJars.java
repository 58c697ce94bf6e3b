package org.kiramr.oozie.deploy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.kiramr.jobs.extract.ExtractCommand;
import org.kiramr.oozie.action.OptionWords;

/**
 * Jars as the packaging makes them, but small: the classes that these tests run on, and empty files
 * in place of the native libraries.
 */
final class TestJars {
  static final List<String> NATIVES =
      List.of(
          "linux-x86-64/libsep.so",
          "linux-x86-64/libwcs.so",
          "com/sun/jna/linux-x86-64/libjnidispatch.so");

  private TestJars() {}

  /** The suite's jar, with these libraries. */
  static void kira(Path jar, List<String> natives) throws IOException {
    write(jar, ExtractCommand.class, natives);
  }

  /** The jar of the actions. */
  static void oozie(Path jar) throws IOException {
    write(jar, OptionWords.class, List.of());
  }

  private static void write(Path jar, Class<?> one, List<String> empty) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
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
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
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
