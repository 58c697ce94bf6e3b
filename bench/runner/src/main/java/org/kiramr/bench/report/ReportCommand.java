package org.kiramr.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.kiramr.bench.cli.BenchCommand;
import org.kiramr.bench.page.ReportFolder;
import org.kiramr.bench.record.Session;

/** {@code bench report}: sessions in, analysis and page out. */
public final class ReportCommand implements BenchCommand {
  private static final int VOID_RUNS = 3;

  @Override
  public String name() {
    return "report";
  }

  @Override
  public String summary() {
    return "analyse sessions: report.json, report.md and report.html with plots";
  }

  @Override
  public String example() {
    return "bench report session.json --model bench/results/model.json -o report";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("DIR")
                .desc("where to write; files of a former report there are replaced")
                .get())
        .addOption(
            Option.builder()
                .longOpt("model")
                .hasArg()
                .argName("FILE")
                .desc("model whose predictions are set beside the measurements")
                .get())
        .addOption(
            Option.builder()
                .longOpt("notes")
                .hasArg()
                .argName("FILE")
                .desc("Markdown that the report shows as it is")
                .get());
  }

  @Override
  public int run(CommandLine line, PrintStream out) throws IOException {
    Path folder = SessionInputs.folder(line, "output");
    List<Session> sessions = SessionInputs.sessions(line);
    Analysis analysis = Analysis.of(sessions, SessionInputs.model(line, "model"));
    String notes = line.getOptionValue("notes");
    String text = notes == null ? null : Files.readString(SessionInputs.existing(notes));

    ReportFolder.write(folder, "report", analysis, ReportPage.of(analysis, text));
    out.println("report: " + folder.resolve("report.html"));
    return analysis.voidRuns().isEmpty() ? 0 : VOID_RUNS;
  }
}
