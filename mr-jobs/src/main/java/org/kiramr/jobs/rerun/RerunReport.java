package org.kiramr.jobs.rerun;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.kiramr.jobs.compare.ComparisonReport;

/** A rerun for people: what is repeated, and at the end what was found; the verdict comes last. */
final class RerunReport {
  /** Inputs that are named of each kind; the JSON has them all. */
  private static final int SHOWN = 10;

  private final PrintStream out;

  RerunReport(PrintStream out) {
    this.out = out;
  }

  /** Before the work begins. */
  void print(RecordedRun run, FoundInputs inputs) {
    line("repeating %s, made by %s", run.output(), run.engine());
    line(
        "inputs: %,d on record, %,d there, %,d missing, %,d new",
        run.files(), inputs.present().size(), inputs.missing().size(), inputs.extra().size());
    list("missing", inputs.missing(), MissingInput::path);
    list("new, not extracted", inputs.extra(), path -> path);
  }

  /** All that was found. */
  void print(RerunResult result) {
    if (result.comparison() != null) {
      new ComparisonReport(out).print(result.comparison());
    }
    list("missing", result.inputs().missing(), MissingInput::path);
    list("changed", result.inputs().changed(), RerunReport::text);
    for (NamedChange version : result.versions()) {
      line("%s: %s -> %s", version.name(), text(version.before()), text(version.after()));
    }
    Change engine = result.engine();
    if (engine.after() != null && !engine.after().equals(engine.before())) {
      line("engine: %s -> %s", engine.before(), engine.after());
    }
    result.notes().forEach(note -> line("note: %s", note));
    line("%s", result.sentence());
  }

  private static String text(ChangedInput input) {
    return input.path() + ": " + text(input.before()) + " -> " + text(input.after());
  }

  private static String text(FileState state) {
    return state == null
        ? "none"
        : String.format(Locale.ROOT, "%,d bytes, crc32 %08x", state.bytes(), state.crc32());
  }

  private static String text(String version) {
    return version == null ? "none" : version;
  }

  private <T> void list(String what, List<T> items, Function<T, String> text) {
    items.stream().limit(SHOWN).forEach(item -> line("  %s: %s", what, text.apply(item)));
    if (items.size() > SHOWN) {
      line("  %s: %,d more", what, items.size() - SHOWN);
    }
  }

  private void line(String format, Object... arguments) {
    out.printf(Locale.ROOT, format + "%n", arguments);
  }
}
