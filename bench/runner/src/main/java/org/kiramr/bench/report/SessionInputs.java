package org.kiramr.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.kiramr.bench.cli.UsageException;
import org.kiramr.bench.model.PerformanceModel;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.record.SessionFile;

/** What commands that read sessions have in common. */
public final class SessionInputs {
  private SessionInputs() {}

  /**
   * The sessions that the arguments name. Those of one data set's name but other manifests, or
   * other commits of the code, come with names that differ.
   *
   * @throws UsageException if there are none, or a file is missing
   */
  public static List<Session> sessions(CommandLine line) throws IOException {
    if (line.getArgList().isEmpty()) {
      throw new UsageException("no session: give the JSON files that 'bench run' wrote");
    }
    List<Session> sessions = new ArrayList<>();
    for (String name : line.getArgList()) {
      sessions.add(SessionFile.read(existing(name)));
    }
    return DataSetNames.apart(sessions);
  }

  /** The model of an option; null without it. */
  public static PerformanceModel model(CommandLine line, String option) throws IOException {
    String name = line.getOptionValue(option);
    return name == null ? null : PerformanceModel.read(existing(name));
  }

  /** The folder of an option that must be given. */
  public static Path folder(CommandLine line, String option) {
    if (!line.hasOption(option)) {
      throw new UsageException("--" + option + " DIR is missing");
    }
    return Path.of(line.getOptionValue(option));
  }

  /** A path, if it is a file's. */
  public static Path existing(String name) {
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new UsageException("no such file: " + name);
    }
    return file;
  }
}
