package org.kiramr.jobs.rerun;

/**
 * How far a column of the catalogue is off.
 *
 * @param column its name
 * @param rows rows whose values do not have the same bits
 * @param beyondTolerance those of them that differ by more than allowed
 * @param largestAbsolute the largest |before - after|, in the column's unit; null if no pair has
 *     one
 * @param largestRelative the largest |before - after| / max(|before|, |after|); null if no pair has
 *     one
 */
public record ColumnSummary(
    String column,
    long rows,
    long beyondTolerance,
    Double largestAbsolute,
    Double largestRelative) {}
