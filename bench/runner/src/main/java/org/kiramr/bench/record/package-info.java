/** What a benchmark leaves behind: the raw measurements, as JSON. No clock, no process, no page. */
package org.kiramr.bench.record;
