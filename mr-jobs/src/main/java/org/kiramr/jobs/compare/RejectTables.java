package org.kiramr.jobs.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the tables of rejects in memory; rejects are few. */
final class RejectTables {
  private RejectTables() {}

  /**
   * Compares.
   *
   * @param leftOut files whose rejects are left out
   * @param show how many to keep of those that differ
   */
  static RejectsDifference compare(
      CatalogDirectory a, CatalogDirectory b, Set<String> leftOut, int show) throws IOException {
    Map<String, Set<String>> inA = read(a, leftOut);
    Map<String, Set<String>> inB = read(b, leftOut);
    List<String> first = new ArrayList<>();
    int both = 0;
    int otherCode = 0;
    for (Map.Entry<String, Set<String>> reject : inA.entrySet()) {
      Set<String> codes = inB.get(reject.getKey());
      if (codes == null) {
        first.add("only in A: " + reject.getKey() + " " + text(reject.getValue()));
        continue;
      }
      both++;
      if (!codes.equals(reject.getValue())) {
        otherCode++;
        first.add(
            reject.getKey() + ": " + text(reject.getValue()) + " in A, " + text(codes) + " in B");
      }
    }
    for (Map.Entry<String, Set<String>> reject : inB.entrySet()) {
      if (!inA.containsKey(reject.getKey())) {
        first.add("only in B: " + reject.getKey() + " " + text(reject.getValue()));
      }
    }
    return new RejectsDifference(
        both,
        otherCode,
        inA.size() - both,
        inB.size() - both,
        first.subList(0, Math.min(show, first.size())));
  }

  /** The codes by image and HDU. */
  private static Map<String, Set<String>> read(CatalogDirectory directory, Set<String> leftOut)
      throws IOException {
    Map<String, Set<String>> rejects = new TreeMap<>();
    TableRows.forEach(
        directory,
        CatalogTable.REJECTS,
        (part, row) -> {
          if (!FieldSelection.isOf(row.getString("image"), leftOut)) {
            rejects
                .computeIfAbsent(
                    row.getString("image") + " HDU " + row.getString("hdu"), key -> new TreeSet<>())
                .add(row.getString("code"));
          }
        });
    return rejects;
  }

  private static String text(Set<String> codes) {
    return String.join("+", codes);
  }
}
