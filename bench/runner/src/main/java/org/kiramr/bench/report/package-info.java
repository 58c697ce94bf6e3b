/**
 * From raw sessions to an analysis and its page: lines through wall time against frames, ratios,
 * stages, predictions beside measurements.
 */
package org.kiramr.bench.report;
