/**
 * The few formulas that the analysis needs: means, straight lines, ratios, with their intervals.
 */
package org.kiramr.bench.stat;
