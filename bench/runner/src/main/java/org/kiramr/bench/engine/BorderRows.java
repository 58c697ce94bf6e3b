package org.kiramr.bench.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Rows that differ because a pixel lies on the border of an ellipse. Where an engine computes the
 * coefficients of the Kron ellipse anew, an error of 1e-16 decides whether such a pixel is inside,
 * and the Kron radius jumps with it: seen in 1 of 230,581 rows. No tolerance of a column covers
 * that, so one row in 100,000 may differ further, in the columns that may differ at all.
 */
final class BorderRows {
  private static final int ROWS_A_BORDER_ROW = 100_000;

  private BorderRows() {}

  /**
   * Whether such rows are all that is different.
   *
   * @param result what {@code kira compare --json} wrote
   * @param columns those that have a tolerance
   */
  static boolean explain(Path result, Set<String> columns) throws IOException {
    JsonNode compared = new ObjectMapper().readTree(result.toFile());
    JsonNode rows = compared.at("/rows");
    return isRare(rows)
        && areIn(rows.at("/columns"), columns)
        && areZero(compared.at("/fields"), List.of("onlyInA", "onlyInB", "otherFrames"))
        && areZero(rows, List.of("onlyInA", "onlyInB"))
        && areZero(compared.at("/frames"), List.of("different", "onlyInA", "onlyInB"))
        && areZero(compared.at("/rejects"), List.of("otherCode", "onlyInA", "onlyInB"))
        && areZero(compared, List.of("digestMismatches"))
        && compared.required("columnsOnlyInA").isEmpty()
        && compared.required("columnsOnlyInB").isEmpty();
  }

  private static boolean isRare(JsonNode rows) {
    return rows.required("different").asLong() * ROWS_A_BORDER_ROW <= rows.required("inA").asLong();
  }

  private static boolean areIn(JsonNode differing, Set<String> columns) {
    for (JsonNode column : differing) {
      if (!columns.contains(column.required("column").asText())
          || column.required("incomparable").asLong() > 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean areZero(JsonNode counts, List<String> names) {
    return names.stream().allMatch(name -> counts.required(name).asLong() == 0);
  }
}
