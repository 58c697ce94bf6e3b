/**
 * The clock: a command with all processes that it starts, measured through Linux's {@code /proc}.
 */
package org.kiramr.bench.measure;
