package org.kiramr.bench.model;

/** What a run should take, in seconds of wall and of CPU time. */
public record Forecast(double wallSeconds, double cpuSeconds) {}
