package org.kiramr.bench.measure;

/**
 * What a command took, with all processes that it started, and what a cluster took meanwhile.
 *
 * @param wallSeconds from start to exit
 * @param spanSeconds the same, until a cluster is at rest again: its containers end after the
 *     client
 * @param cpuSeconds user and system time
 * @param peakMemoryBytes largest sum of resident memory, sampled
 * @param readBytes through read calls
 * @param writtenBytes through write calls
 * @param exitCode of the command; 128 and more for a signal
 * @param timedOut whether it was killed for want of time
 * @param leftProcesses how many of its processes outlived it; they were killed
 */
public record Measurement(
    double wallSeconds,
    double spanSeconds,
    double cpuSeconds,
    long peakMemoryBytes,
    long readBytes,
    long writtenBytes,
    int exitCode,
    boolean timedOut,
    int leftProcesses) {}
