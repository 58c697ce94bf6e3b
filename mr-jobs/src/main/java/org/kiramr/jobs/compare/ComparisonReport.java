package org.kiramr.jobs.compare;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A comparison for people: what was compared, what differs, and the verdict in the last line. */
public final class ComparisonReport {
  private static final String NOTE = "  ";

  private final PrintStream out;

  public ComparisonReport(PrintStream out) {
    this.out = out;
  }

  /** Prints all of it. */
  public void print(CatalogComparison result) {
    out.println("A: " + result.a());
    out.println("B: " + result.b());
    print(result.fields());
    names("columns only in A", result.columnsOnlyInA());
    names("columns only in B", result.columnsOnlyInB());
    if (result.rows() == null) {
      out.println("rows: none read, every field has the same digest and the same frames");
    } else {
      print("rows", result.rows());
      // nothing to say of frames that are the same
      if (result.frames().differs() || result.frames().withinTolerance() > 0) {
        print("frames", result.frames());
      }
      print(result.digestMismatches(), result.firstDigestMismatches());
      hint(result);
    }
    print(result.rejects());
    out.println(verdict(result));
  }

  /** A verdict says of what it holds. */
  private static String verdict(CatalogComparison result) {
    String ignored =
        result.ignored().isEmpty()
            ? ""
            : ", columns left out: " + String.join(", ", result.ignored());
    String leftOut =
        result.filesLeftOut() == 0
            ? ""
            : String.format(Locale.ROOT, ", files left out: %,d", result.filesLeftOut());
    return result.verdict().words()
        + (result.match() == Match.POSITION ? " (rows matched by position)" : "")
        + ignored
        + leftOut;
  }

  private void print(FieldsDifference fields) {
    line(
        "fields: %,d in A, %,d in B; %,d equal by digest, %,d not, %,d only in A, %,d only in B",
        fields.inA(),
        fields.inB(),
        fields.equal(),
        fields.different(),
        fields.onlyInA(),
        fields.onlyInB());
    names(NOTE + "not equal", fields.firstDifferent());
    names(NOTE + "only in A", fields.firstOnlyInA());
    names(NOTE + "only in B", fields.firstOnlyInB());
    if (fields.otherFrames() > 0) {
      line(NOTE + "%,d fields do not have the same frames", fields.otherFrames());
    }
    if (fields.otherValues() > 0) {
      line(NOTE + "%,d fields have other values in the table of fields", fields.otherValues());
    }
  }

  private void print(String what, TableDifference table) {
    line("%s read: %,d of A, %,d of B", what, table.inA(), table.inB());
    line(
        NOTE
            + "%,d equal bit for bit, %,d within tolerances, %,d beyond, %,d only in A, %,d only in B",
        table.equal(),
        table.withinTolerance(),
        table.different(),
        table.onlyInA(),
        table.onlyInB());
    for (ColumnDifference column : table.columns()) {
      print(column);
    }
    for (RowDifference row : table.firstDifferent()) {
      out.println(NOTE + row.a() + (row.a().equals(row.b()) ? "" : " beside " + row.b()));
      out.println(
          NOTE
              + NOTE
              + row.values().stream()
                  .map(value -> value.column() + " " + pair(value.a(), value.b()))
                  .collect(Collectors.joining(", ")));
    }
    table.firstOnlyInA().forEach(row -> out.println(NOTE + "only in A: " + row));
    table.firstOnlyInB().forEach(row -> out.println(NOTE + "only in B: " + row));
  }

  private void print(ColumnDifference column) {
    line(
        NOTE + "column %s: %,d rows differ, %,d beyond tolerance",
        column.column(),
        column.rows(),
        column.beyondTolerance());
    extreme("largest difference", column.largestAbsolute());
    extreme("largest relative difference", column.largestRelative());
    if (column.incomparable() > 0) {
      Extreme first = column.firstIncomparable();
      line(
          NOTE + NOTE + "no number in %,d rows: %s in %s",
          column.incomparable(),
          pair(first.a(), first.b()),
          first.row());
    }
  }

  private void extreme(String what, Extreme extreme) {
    if (extreme != null) {
      line(
          NOTE + NOTE + "%s %.6g: %s in %s",
          what,
          extreme.difference(),
          pair(extreme.a(), extreme.b()),
          extreme.row());
    }
  }

  private void print(long mismatches, List<DigestMismatch> first) {
    if (mismatches > 0) {
      line("%,d fields do not have the digest that their own catalogue records", mismatches);
    }
    for (DigestMismatch mismatch : first) {
      line(
          NOTE + "%s in %s: recorded %s, actual %s",
          mismatch.field(),
          mismatch.side(),
          mismatch.recorded(),
          mismatch.actual());
    }
  }

  private void hint(CatalogComparison result) {
    TableDifference rows = result.rows();
    boolean nothingInCommon = rows.onlyInA() == rows.inA() && rows.onlyInB() == rows.inB();
    if (result.match() == Match.IDENTITY && nothingInCommon && rows.inA() > 0 && rows.inB() > 0) {
      out.println(
          NOTE + "no row has a partner: if only the names of images differ, try --match position");
    }
  }

  private void print(RejectsDifference rejects) {
    if (rejects == null) {
      out.println("rejects: not compared, they are known by their images");
      return;
    }
    line(
        "rejects: %,d in both (%,d with another code), %,d only in A, %,d only in B",
        rejects.inBoth(), rejects.otherCode(), rejects.onlyInA(), rejects.onlyInB());
    rejects.first().forEach(reject -> out.println(NOTE + reject));
  }

  private void names(String what, List<String> names) {
    if (!names.isEmpty()) {
      out.println(what + ": " + String.join(", ", names));
    }
  }

  private static String pair(String a, String b) {
    return (a == null ? "nothing" : a) + " and " + (b == null ? "nothing" : b);
  }

  private void line(String format, Object... arguments) {
    out.printf(Locale.ROOT, format + "%n", arguments);
  }
}
