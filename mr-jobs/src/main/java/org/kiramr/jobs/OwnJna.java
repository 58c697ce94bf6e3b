package org.kiramr.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * Sees to it that the driver runs with the JNA of its own jar. {@code hadoop jar} asks Hadoop's
 * class path first, and that of a whole distribution has an older JNA, which lacks methods that we
 * call.
 */
final class OwnJna {
  private static final String JNA = "com/sun/jna/Native.class";

  private OwnJna() {}

  /**
   * If the JNA in use is not the one beside the driver, starts the driver again where it is, and
   * does not return; else returns at once, as it does where there is none beside it.
   *
   * @param driver the class whose {@code main} is running; that ends the process
   * @throws IllegalStateException if the driver cannot be started again
   */
  static void require(Class<?> driver, String[] args) {
    URL jar = driver.getProtectionDomain().getCodeSource().getLocation();
    ClassLoader present = driver.getClassLoader();
    URL own = jnaIn(jar);
    if (own == null || own.toString().equals(String.valueOf(present.getResource(JNA)))) {
      return;
    }
    try {
      // Never closed: what runs as the process ends may still load classes.
      ClassLoader jarFirst = new JarFirstClassLoader(jar, present);
      // Hadoop's configurations and the threads of its jobs take their class loader from here.
      Thread.currentThread().setContextClassLoader(jarFirst);
      jarFirst
          .loadClass(driver.getName())
          .getMethod("main", String[].class)
          .invoke(null, (Object) args);
    } catch (ReflectiveOperationException e) {
      Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
      throw new IllegalStateException("cannot run with the JNA of " + jar, cause);
    }
  }

  /** Where in a jar or directory JNA is; null if it is not. */
  private static URL jnaIn(URL jar) {
    try (URLClassLoader alone = new URLClassLoader(new URL[] {jar}, null)) {
      return alone.findResource(JNA);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
