package org.kiramr.bench.emr;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.kiramr.bench.cli.BenchCommand;
import org.kiramr.bench.cli.UsageException;
import org.kiramr.bench.record.EngineRun;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.record.SessionFile;

/** The command {@code import-emr}: a session on EMR, as a file like those of the local runner. */
public final class ImportEmrCommand implements BenchCommand {
  private static final int DONE = 0;
  private static final int VOID_RUNS = 3;

  @Override
  public String name() {
    return "import-emr";
  }

  @Override
  public String summary() {
    return "make a session of what bench/emr/emr-bench has collected";
  }

  @Override
  public String example() {
    return "bench import-emr bench/target/emr -o session.json";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("FILE")
                .desc("the session's file")
                .get());
  }

  @Override
  public int run(CommandLine line, PrintStream out) throws IOException {
    List<String> words = line.getArgList();
    if (words.size() != 1) {
      throw new UsageException("one directory is wanted, that of emr-bench");
    }
    Path directory = Path.of(words.get(0));
    if (!Files.isDirectory(directory)) {
      throw new UsageException(directory + " is no directory");
    }
    if (!line.hasOption("output")) {
      throw new UsageException("--output is missing");
    }
    Path output = Path.of(line.getOptionValue("output"));
    Session session = new EmrSession(directory).read();
    SessionFile.write(session, output);
    List<EngineRun> voids = session.runs().stream().filter(run -> !run.counts()).toList();
    out.printf("%d runs, %d of them void: %s%n", session.runs().size(), voids.size(), output);
    voids.forEach(
        run ->
            out.printf(
                "void: turn %d, %s, %d frames: %s%n",
                run.turn(), run.engine(), run.frames(), run.voidReason()));
    return voids.isEmpty() ? DONE : VOID_RUNS;
  }
}
