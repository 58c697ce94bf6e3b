/** What a run should cost, said before it is measured. */
package org.kiramr.bench.model;
