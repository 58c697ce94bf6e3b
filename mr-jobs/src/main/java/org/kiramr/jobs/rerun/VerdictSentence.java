package org.kiramr.jobs.rerun;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kiramr.jobs.compare.CatalogComparison;
import org.kiramr.jobs.compare.RejectsDifference;
import org.kiramr.jobs.compare.TableDifference;

/** The verdict in one line, with what differs: for mails, histories and the end of a report. */
final class VerdictSentence {
  /** Names that are told of each kind. */
  private static final int NAMES = 3;

  private final RerunVerdict verdict;
  private final InputChanges inputs;
  private final List<NamedChange> versions;
  private final CatalogComparison comparison;

  /**
   * @param comparison null if no input was left
   */
  VerdictSentence(
      RerunVerdict verdict,
      InputChanges inputs,
      List<NamedChange> versions,
      CatalogComparison comparison) {
    this.verdict = verdict;
    this.inputs = inputs;
    this.versions = versions;
    this.comparison = comparison;
  }

  String text() {
    List<String> parts = new ArrayList<>();
    switch (verdict) {
      case REPRODUCED -> parts.add(verdict.words());
      case WITHIN_TOLERANCE, DIFFERENT -> parts.add(verdict.words() + ": " + difference());
      case INPUTS_CHANGED -> {
        parts.add(verdict.words() + ": " + inputs());
        parts.add(others());
      }
    }
    if (!versions.isEmpty()) {
      parts.add("other versions: " + names(versions.stream().map(NamedChange::name).toList()));
    }
    int extra = inputs.extra().size();
    if (extra > 0) {
      parts.add(count(extra, "new file was", "new files were") + " not extracted");
    }
    return withoutControls(String.join("; ", parts));
  }

  private String inputs() {
    List<String> parts = new ArrayList<>();
    if (!inputs.changed().isEmpty()) {
      parts.add(
          count(inputs.changed().size(), "is another file", "are other files")
              + " than recorded ("
              + names(inputs.changed().stream().map(ChangedInput::shortName).toList())
              + ")");
    }
    if (!inputs.missing().isEmpty()) {
      parts.add(
          count(inputs.missing().size(), "is missing", "are missing")
              + " ("
              + names(inputs.missing().stream().map(MissingInput::shortName).toList())
              + ")");
    }
    return String.join(", ", parts);
  }

  private String others() {
    if (comparison == null) {
      return "none is left";
    }
    return switch (comparison.verdict()) {
      case EQUAL_BIT_FOR_BIT -> "the rows of all others are reproduced bit for bit";
      case EQUAL_WITHIN_TOLERANCES ->
          "the rows of all others are reproduced within tolerances: " + difference();
      case DIFFERENT -> "the rows of others differ, too: " + difference();
    };
  }

  private String difference() {
    List<String> parts = new ArrayList<>();
    if (comparison.rows() != null) {
      add(comparison.rows(), "row", "rows", "", parts);
      add(comparison.frames(), "frame", "frames", " of frames/", parts);
    }
    if (comparison.filesLeftOut() == 0) {
      add(
          parts,
          comparison.fields().otherValues(),
          "field",
          "fields",
          " with other values in fields/");
    }
    add(parts, comparison.columnsOnlyInA().size(), "column", "columns", " only before");
    add(parts, comparison.columnsOnlyInB().size(), "column", "columns", " only after");
    RejectsDifference rejects = comparison.rejects();
    add(parts, rejects.onlyInA(), "reject", "rejects", " only before");
    add(parts, rejects.onlyInB(), "reject", "rejects", " only after");
    add(parts, rejects.otherCode(), "reject", "rejects", " with another code");
    add(parts, comparison.digestMismatches(), "digest", "digests", " not of the rows");
    return parts.isEmpty() ? "the tables of fields" : String.join(", ", parts);
  }

  private static void add(
      TableDifference table, String one, String many, String where, List<String> parts) {
    add(parts, table.withinTolerance(), one, many, " within tolerances");
    add(parts, table.different(), one, many, " with other values");
    if (!table.columns().isEmpty()) {
      parts.add(
          "columns "
              + names(table.columns().stream().map(column -> column.column()).toList())
              + where);
    }
    add(parts, table.onlyInA(), one, many, " only before");
    add(parts, table.onlyInB(), one, many, " only after");
  }

  private static void add(List<String> parts, long n, String one, String many, String what) {
    if (n > 0) {
      parts.add(count(n, one, many) + what);
    }
  }

  private static String count(long n, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? one : many);
  }

  private static String names(List<String> names) {
    String first = names.stream().limit(NAMES).collect(Collectors.joining(", "));
    return names.size() <= NAMES ? first : first + " and " + (names.size() - NAMES) + " more";
  }

  /** Names of versions come from a file that anybody may have written. */
  private static String withoutControls(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
