package org.kiramr.bench.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Rows that differ because a pixel lies on the border of an ellipse. Where an engine computes the
 * coefficients of the Kron ellipse anew, an error of 1e-16 decides whether such a pixel is inside,
 * and the Kron radius jumps with it, and the elliptical aperture with that: seen in 1 of 230,581
 * rows. No tolerance of a column covers that, so one row in 100,000 may differ further, in what is
 * measured in that ellipse and nowhere else.
 */
final class BorderRows {
  private static final String KRON_RADIUS = "kron_radius";

  /**
   * Which columns may differ beyond their tolerance, and the largest |a - b| / max(|a|, |b|) there:
   * a pixel does not more than double the radius or, with it, the flux or its error, or halve them;
   * flags may be any.
   */
  private static final Map<String, Double> BOUNDS =
      Map.of(KRON_RADIUS, 0.5, "fluxerr_auto", 0.5, "flux_auto", 0.5, "flag_auto", 1.0);

  private static final int ROWS_A_BORDER_ROW = 100_000;

  private BorderRows() {}

  /**
   * How many such rows there are, if they are all that is different.
   *
   * @param result what {@code kira compare --json} wrote
   * @param tolerated columns that have a tolerance of their own; where the Kron radius has none it
   *     has to be equal in every row
   * @return nothing if they do not explain the difference
   */
  static OptionalLong explain(Path result, Set<String> tolerated) throws IOException {
    JsonNode compared = new ObjectMapper().readTree(result.toFile());
    JsonNode rows = compared.at("/rows");
    boolean explained =
        tolerated.contains(KRON_RADIUS)
            && rows.isObject()
            && isRare(rows)
            && areOfBorders(rows.at("/columns"))
            && areZero(compared.at("/fields"), List.of("onlyInA", "onlyInB", "otherFrames"))
            && areZero(rows, List.of("onlyInA", "onlyInB"))
            && areZero(compared.at("/frames"), List.of("different", "onlyInA", "onlyInB"))
            && areZero(compared.at("/rejects"), List.of("otherCode", "onlyInA", "onlyInB"))
            && areZero(compared, List.of("digestMismatches"))
            && compared.required("columnsOnlyInA").isEmpty()
            && compared.required("columnsOnlyInB").isEmpty();
    return explained ? OptionalLong.of(rows.required("different").asLong()) : OptionalLong.empty();
  }

  private static boolean isRare(JsonNode rows) {
    return rows.required("different").asLong() * ROWS_A_BORDER_ROW <= rows.required("inA").asLong();
  }

  /**
   * What differs within its tolerance needs no explanation; beyond it, the radius is the
   * explanation of all else.
   */
  private static boolean areOfBorders(JsonNode differing) {
    boolean radius = false;
    for (JsonNode column : differing) {
      if (column.required("beyondTolerance").asLong() > 0) {
        if (!isOfBorders(column)) {
          return false;
        }
        radius |= column.required("column").asText().equals(KRON_RADIUS);
      }
    }
    return radius;
  }

  private static boolean isOfBorders(JsonNode column) {
    Double bound = BOUNDS.get(column.required("column").asText());
    return bound != null
        && column.required("incomparable").asLong() == 0
        && column.at("/largestRelative/difference").asDouble(Double.MAX_VALUE) <= bound;
  }

  private static boolean areZero(JsonNode counts, List<String> names) {
    return names.stream().allMatch(name -> counts.required(name).asLong() == 0);
  }
}
