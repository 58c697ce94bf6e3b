package org.kiramr.jobs.compare;

import java.util.List;
import java.util.Objects;

/**
 * How two catalogues compare. Immutable; Jackson writes it as it stands.
 *
 * @param a where A is
 * @param b where B is
 * @param verdict the outcome
 * @param match how rows were paired
 * @param ignored columns that were left out: the verdict says nothing of them
 * @param filesLeftOut files whose frames and rejects were left out: the verdict says nothing of
 *     them either
 * @param fields by the tables of fields
 * @param columnsOnlyInA columns of the catalogue that B does not have, ignored ones left out
 * @param columnsOnlyInB columns of the catalogue that A does not have, ignored ones left out
 * @param rows the rows of the fields that were read; null if none had to be
 * @param frames the same fields' rows in the tables of frames; null if none had to be read
 * @param digestMismatches fields whose rows do not have the digest that their catalogue records
 * @param firstDigestMismatches the first of those
 * @param rejects by the tables of rejects; null if rows were matched by position, whose images have
 *     other names
 */
public record CatalogComparison(
    String a,
    String b,
    Verdict verdict,
    Match match,
    List<String> ignored,
    int filesLeftOut,
    FieldsDifference fields,
    List<String> columnsOnlyInA,
    List<String> columnsOnlyInB,
    TableDifference rows,
    TableDifference frames,
    long digestMismatches,
    List<DigestMismatch> firstDigestMismatches,
    RejectsDifference rejects) {

  public CatalogComparison {
    Objects.requireNonNull(verdict);
    ignored = List.copyOf(ignored);
    columnsOnlyInA = List.copyOf(columnsOnlyInA);
    columnsOnlyInB = List.copyOf(columnsOnlyInB);
    firstDigestMismatches = List.copyOf(firstDigestMismatches);
  }

  /**
   * Puts the result together.
   *
   * @param filesLeftOut files whose frames and rejects were left out
   * @param fieldsDiffer whether the tables of fields make the catalogues different
   * @param read what the job found; null if it was not needed
   */
  static CatalogComparison of(
      CatalogPair pair,
      CompareOptions options,
      int filesLeftOut,
      FieldsDifference fields,
      boolean fieldsDiffer,
      ComparedColumns columns,
      PartialComparison read,
      RejectsDifference rejects) {
    List<String> onlyInA = columns.onlyIn(Side.A);
    List<String> onlyInB = columns.onlyIn(Side.B);
    boolean every = options.everyTable();
    boolean differs =
        fieldsDiffer
            || !onlyInA.isEmpty()
            || !onlyInB.isEmpty()
            || (rejects != null && rejects.differs(every))
            || (read != null && read.differs(every));
    Verdict verdict = Verdict.EQUAL_BIT_FOR_BIT;
    if (differs) {
      verdict = Verdict.DIFFERENT;
    } else if (read != null && read.isTolerated(every)) {
      verdict = Verdict.EQUAL_WITHIN_TOLERANCES;
    }
    return new CatalogComparison(
        pair.of(Side.A).path().toString(),
        pair.of(Side.B).path().toString(),
        verdict,
        options.match(),
        options.ignored().stream().sorted().toList(),
        filesLeftOut,
        fields,
        onlyInA,
        onlyInB,
        read == null ? null : read.rows(),
        read == null ? null : read.frames(),
        read == null ? 0 : read.digestMismatches(),
        read == null ? List.of() : read.firstDigestMismatches(),
        rejects);
  }

  /** Whether they are equal, be it within tolerances. */
  public boolean isEqual() {
    return verdict != Verdict.DIFFERENT;
  }
}
