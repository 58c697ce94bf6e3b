package org.kiramr.jobs.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.apache.log4j.Appender;
import org.apache.log4j.ConsoleAppender;
import org.apache.log4j.FileAppender;
import org.apache.log4j.Level;
import org.apache.log4j.LogManager;
import org.apache.log4j.Logger;
import org.apache.log4j.PatternLayout;
import org.apache.log4j.varia.NullAppender;

/**
 * Where Hadoop's log of this process goes: to a file, so that the terminal is free for what the
 * user wants to know, unless it is asked for. Hadoop logs through reload4j.
 */
public final class HadoopLog {
  private static final String LAYOUT = "%d{ISO8601} %-5p [%t] %c{2}: %m%n";
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private HadoopLog() {}

  /** Keeps reload4j from complaining where nobody has configured it, as in the launcher. */
  public static void quiet() {
    if (isUnconfigured()) {
      LogManager.getRootLogger().addAppender(new NullAppender());
    }
  }

  /**
   * Shows the log of a command, or keeps it in a file and says in which.
   *
   * @param command part of the file's name
   * @param verbose whether it is shown
   */
  public static void start(String command, boolean verbose, PrintStream out) throws IOException {
    if (verbose) {
      show();
    } else {
      out.println("Hadoop's log: " + toFile(command));
    }
  }

  /** Shows the log as it is configured, or on standard error if it is not. */
  private static void show() {
    Logger root = LogManager.getRootLogger();
    if (isUnconfigured() || root.getAllAppenders().nextElement() instanceof NullAppender) {
      replaceBy(new ConsoleAppender(new PatternLayout(LAYOUT), ConsoleAppender.SYSTEM_ERR));
    }
  }

  /** Sends the log to a new file and nowhere else. */
  private static Path toFile(String command) throws IOException {
    Path file = newFile(command);
    replaceBy(new FileAppender(new PatternLayout(LAYOUT), file.toString(), true));
    return file;
  }

  /**
   * Where the log of a command of this process goes: a name of its own, in a folder that is made.
   */
  public static Path newFile(String command) throws IOException {
    Path directory =
        Path.of(System.getProperty("java.io.tmpdir"), "kira-" + System.getProperty("user.name"));
    Files.createDirectories(directory);
    String name =
        command
            + "-"
            + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP)
            + "-"
            + ProcessHandle.current().pid()
            + ".log";
    return directory.resolve(name);
  }

  private static boolean isUnconfigured() {
    return !LogManager.getRootLogger().getAllAppenders().hasMoreElements();
  }

  private static void replaceBy(Appender appender) {
    Logger root = LogManager.getRootLogger();
    root.removeAllAppenders();
    root.addAppender(appender);
    root.setLevel(Level.INFO);
  }
}
