package org.kiramr.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The logs that the containers of the mini cluster wrote: stdout, stderr and syslog of each. */
public final class ContainerLogs {
  private static final int LINES = 40;

  private ContainerLogs() {}

  /** The last lines of each log of the application's containers. */
  public static String tail(String application) {
    return files(application).stream()
        .map(file -> "\n--- " + MiniHadoop.directory().relativize(file) + "\n" + lastLines(file))
        .collect(Collectors.joining());
  }

  /** The logs of the application's containers that are not empty. */
  public static List<Path> files(String application) {
    try (Stream<Path> tree = Files.walk(MiniHadoop.directory())) {
      return tree.filter(file -> isLogOf(application, file)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isLogOf(String application, Path file) {
    String name = file.getFileName().toString();
    return (name.equals("stdout") || name.equals("stderr") || name.equals("syslog"))
        && file.toString().contains("/" + application + "/")
        && file.toFile().length() > 0;
  }

  private static String lastLines(Path file) {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
