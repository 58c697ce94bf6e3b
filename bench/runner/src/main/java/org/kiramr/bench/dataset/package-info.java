/** What is measured: named data sets, manifests of files, even subsets of them. */
package org.kiramr.bench.dataset;
