package org.kiramr.jobs.rerun;

/**
 * Something with a name that is not as it was recorded.
 *
 * @param name a version's or a field's name
 * @param before null if it was not there
 * @param after null if it is not there now
 */
public record NamedChange(String name, String before, String after) {}
