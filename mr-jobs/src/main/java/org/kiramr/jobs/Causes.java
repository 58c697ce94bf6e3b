package org.kiramr.jobs;

/** An exception's chain of causes for a person. */
public final class Causes {
  private Causes() {}

  /** The messages of an exception and its causes in one line, each once. */
  public static String inOneLine(Throwable thrown) {
    StringBuilder line = new StringBuilder();
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      String message = t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
      String first = message.lines().findFirst().orElse("");
      if (line.indexOf(first) < 0) {
        line.append(line.length() == 0 ? "" : ": ").append(first);
      }
    }
    return line.toString();
  }
}
