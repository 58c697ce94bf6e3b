package org.kiramr.oozie.deploy;

import java.io.IOException;
import java.util.List;

/** Looks at one side of an application. */
@FunctionalInterface
interface Check {
  /**
   * What is wrong; nothing is printed or changed.
   *
   * @throws IOException if a file of the application cannot be read
   */
  List<Problem> problems(Application application) throws IOException;
}
