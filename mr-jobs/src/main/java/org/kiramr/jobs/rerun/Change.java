package org.kiramr.jobs.rerun;

/**
 * Something as it was recorded and as it is now.
 *
 * @param before null if nothing was recorded
 * @param after null if there is nothing now
 */
public record Change(String before, String after) {}
