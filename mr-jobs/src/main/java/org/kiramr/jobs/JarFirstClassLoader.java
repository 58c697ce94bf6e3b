package org.kiramr.jobs;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Takes classes and resources from one jar where it has them, all others from the parent. Unlike
 * Hadoop's {@code ApplicationClassLoader} it logs nothing, so that what a user sees begins with our
 * own lines; and our jar has no class of Hadoop's that would have to be kept out. Thread-safe.
 */
final class JarFirstClassLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  JarFirstClassLoader(URL jar, ClassLoader parent) {
    super(new URL[] {jar}, parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      if (findLoadedClass(name) == null && findResource(fileOf(name)) != null) {
        findClass(name);
      }
      return super.loadClass(name, resolve);
    }
  }

  @Override
  public URL getResource(String name) {
    URL own = findResource(name);
    return own != null ? own : super.getResource(name);
  }

  private static String fileOf(String className) {
    return className.replace('.', '/') + ".class";
  }
}
