/** What is timed: engines as command lines, and what their outputs say. No clock. */
package org.kiramr.bench.engine;
