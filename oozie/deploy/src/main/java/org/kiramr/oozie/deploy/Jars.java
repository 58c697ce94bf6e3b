package org.kiramr.oozie.deploy;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The jars in an application's {@code lib}, as the only place that our classes may come from;
 * Hadoop's come from the class path here, as they come from the cluster there. To be closed.
 */
final class Jars implements AutoCloseable {
  /** SEP's library on Linux. */
  static final String SEP = "libsep.so";

  private static final String OURS = "org.kiramr.";

  private final Set<String> entries = new HashSet<>();
  private final URLClassLoader loader;

  private Jars(List<URL> urls) {
    this.loader =
        new URLClassLoader(urls.toArray(URL[]::new), new WithoutOurs(Jars.class.getClassLoader()));
  }

  /**
   * Opens the jars of a folder.
   *
   * @throws IOException if one is no jar
   */
  static Jars open(Path lib) throws IOException {
    List<URL> urls = new ArrayList<>();
    Set<String> entries = new HashSet<>();
    for (Path jar : jars(lib)) {
      urls.add(url(jar));
      try (JarFile file = new JarFile(jar.toFile())) {
        file.stream().map(JarEntry::getName).forEach(entries::add);
      } catch (IOException e) {
        throw new IOException(jar + " is no jar: " + e.getMessage(), e);
      }
    }
    Jars jars = new Jars(urls);
    jars.entries.addAll(entries);
    return jars;
  }

  private static List<Path> jars(Path lib) throws IOException {
    try (Stream<Path> files = Files.list(lib)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }

  /** Whether a jar has the entry. */
  boolean has(String entry) {
    return entries.contains(entry);
  }

  /** The platforms, as JNA names them, that have SEP's library. */
  List<String> platforms() {
    String end = "/" + SEP;
    return entries.stream()
        .filter(entry -> entry.endsWith(end))
        .map(entry -> entry.substring(0, entry.length() - end.length()))
        .sorted()
        .toList();
  }

  /** Whether a jar has the class. */
  boolean hasClass(String name) {
    return has(name.replace('.', '/') + ".class");
  }

  /**
   * The class, not initialised.
   *
   * @throws ClassNotFoundException if no jar has it
   */
  Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, false, loader);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  /** Hides our classes that this program itself runs on. */
  private static final class WithoutOurs extends ClassLoader {
    WithoutOurs(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(OURS)) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }
}
