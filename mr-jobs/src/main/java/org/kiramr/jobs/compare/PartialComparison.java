package org.kiramr.jobs.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * What one reduce task found; travels as a line of JSON.
 *
 * @param rows of the catalogue
 * @param frames of the tables of frames
 * @param digestMismatches see {@link CatalogComparison}
 * @param firstDigestMismatches the first of those
 */
record PartialComparison(
    TableDifference rows,
    TableDifference frames,
    long digestMismatches,
    List<DigestMismatch> firstDigestMismatches) {
  private static final ObjectMapper JSON = new ObjectMapper();

  PartialComparison {
    firstDigestMismatches = List.copyOf(firstDigestMismatches);
  }

  /**
   * Whether it makes the catalogues different.
   *
   * @param everyTable see {@link CompareOptions}
   */
  boolean differs(boolean everyTable) {
    return rows.differs()
        || frames.hasUnpaired()
        || (everyTable && frames.differs())
        || digestMismatches > 0;
  }

  /** Whether values differ within tolerances in what makes catalogues different beyond them. */
  boolean isTolerated(boolean everyTable) {
    return rows.withinTolerance() > 0 || (everyTable && frames.withinTolerance() > 0);
  }

  String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of text and numbers can be written", e);
    }
  }

  static PartialComparison fromJson(String json) throws JsonProcessingException {
    return JSON.readValue(json, PartialComparison.class);
  }
}
