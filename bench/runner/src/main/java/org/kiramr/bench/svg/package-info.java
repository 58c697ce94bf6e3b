/**
 * Plots as SVG. The charting libraries of Maven Central that write SVG do so through AWT and turn
 * every letter into a path (XChart: 390 kB for a plot of twelve points, and no word in it can be
 * searched or read aloud), or are under the GPL; what a report needs is two kinds of plot.
 */
package org.kiramr.bench.svg;
