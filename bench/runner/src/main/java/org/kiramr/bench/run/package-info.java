/** A session: engines take turns, each run is judged, everything is recorded at once. */
package org.kiramr.bench.run;
