/**
 * Beyond this machine: a discrete-event simulation of clusters that nobody here has, fed with what
 * was measured here, and checked against the runs that fit here.
 */
package org.kiramr.bench.cloud;
