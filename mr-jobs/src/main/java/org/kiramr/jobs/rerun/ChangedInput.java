package org.kiramr.jobs.rerun;

/**
 * An input that is not the file that was recorded.
 *
 * @param image its name in the catalogue
 * @param path the whole path
 * @param before as recorded
 * @param after as it was read by the rerun
 */
public record ChangedInput(String image, String path, FileState before, FileState after) {}
