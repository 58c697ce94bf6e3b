/** Benchmarks of single steps: decoding, conversion, the calls of SEP, and a whole frame. */
package org.kiramr.bench.jmh;
