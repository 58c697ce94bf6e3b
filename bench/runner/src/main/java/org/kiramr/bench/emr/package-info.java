/** Sessions that {@code bench/emr/emr-bench} made on Amazon EMR, in the form of all others. */
package org.kiramr.bench.emr;
