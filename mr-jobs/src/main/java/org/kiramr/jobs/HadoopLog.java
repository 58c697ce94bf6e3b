package org.kiramr.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.log4j.FileAppender;
import org.apache.log4j.Level;
import org.apache.log4j.LogManager;
import org.apache.log4j.Logger;
import org.apache.log4j.PatternLayout;

/**
 * Sends Hadoop's log of this process to a file, so that the terminal is free for what the user wants to know. Hadoop logs
 * through reload4j.
 */
public final class HadoopLog {
  private static final String LAYOUT = "%d{ISO8601} %-5p [%t] %c{2}: %m%n";
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private HadoopLog() {}

  /**
   * Takes all other outputs away from the log.
   *
   * @param command part of the file's name
   * @return the file
   */
  public static Path toFile(String command) throws IOException {
    Path directory =
        Path.of(System.getProperty("java.io.tmpdir"), "kira-" + System.getProperty("user.name"));
    Files.createDirectories(directory);
    String name =
        command
            + "-"
            + LocalDateTime.now().format(STAMP)
            + "-"
            + ProcessHandle.current().pid()
            + ".log";
    Path file = directory.resolve(name);
    FileAppender appender = new FileAppender(new PatternLayout(LAYOUT), file.toString(), true);
    Logger root = LogManager.getRootLogger();
    root.removeAllAppenders();
    root.addAppender(appender);
    root.setLevel(Level.INFO);
    return file;
  }
}
