/**
 * The job {@code simulate}: frames of a sky whose sources are known, and the tables that say so. A
 * frame is decided by the parameters and its place in the sky alone, so that any number of tasks
 * makes the same bytes.
 */
package org.kiramr.jobs.simulate;
