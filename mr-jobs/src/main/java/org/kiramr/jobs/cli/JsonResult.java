package org.kiramr.jobs.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The result of a command as JSON, beside its report or, if it goes to standard output, instead of
 * that. Immutable.
 */
public final class JsonResult {
  private static final String STANDARD_OUTPUT = "-";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final String target;
  private final PrintStream out;
  private final PrintStream report;

  /**
   * @param target a file of this machine, {@code -} for standard output, or null if no JSON is
   *     wanted
   * @param out standard output
   * @throws UsageException if the file cannot be written: what is to be in it may take hours
   */
  public JsonResult(String target, PrintStream out) {
    this.target = target;
    this.out = out;
    this.report =
        STANDARD_OUTPUT.equals(target)
            ? new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)
            : out;
    if (target != null && !target.equals(STANDARD_OUTPUT)) {
      check(target);
    }
  }

  private static void check(String target) {
    Path file = path(target);
    Path directory = file.toAbsolutePath().normalize().getParent();
    if (Files.isDirectory(file)) {
      throw new UsageException("JSON cannot be written to " + target + ": it is a directory");
    }
    if (directory == null || !Files.isDirectory(directory)) {
      throw new UsageException(
          "JSON cannot be written to " + target + ": there is no directory " + directory);
    }
    if (!Files.isWritable(Files.exists(file) ? file : directory)) {
      throw new UsageException("JSON cannot be written to " + target + ": no permission");
    }
  }

  private static Path path(String target) {
    try {
      return Path.of(target);
    } catch (InvalidPathException e) {
      throw new UsageException("JSON cannot be written: " + e.getMessage());
    }
  }

  /** Where the report for people goes. */
  public PrintStream report() {
    return report;
  }

  /** Writes it where it is wanted, if it is wanted. */
  public void write(Object result) throws IOException {
    if (target == null) {
      return;
    }
    String text = text(result);
    if (target.equals(STANDARD_OUTPUT)) {
      out.print(text);
    } else {
      Files.writeString(Path.of(target), text);
    }
  }

  /** A record as JSON for people, with a line feed at the end. */
  public static String text(Object result) throws IOException {
    return JSON.writeValueAsString(result) + "\n";
  }
}
