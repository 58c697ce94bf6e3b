/**
 * The same extraction on Spark: the engine behind {@code kira-spark extract}. What is done with a
 * frame and with a field is {@code org.kiramr.jobs.extract}'s; here is how Spark reads, shuffles,
 * counts and commits.
 */
package org.kiramr.spark;
