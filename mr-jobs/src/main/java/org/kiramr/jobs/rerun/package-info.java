/**
 * The command {@code rerun}: repeats a run of {@code extract} from its provenance, with the same
 * inputs and parameters, and says whether the same rows came out.
 */
package org.kiramr.jobs.rerun;
