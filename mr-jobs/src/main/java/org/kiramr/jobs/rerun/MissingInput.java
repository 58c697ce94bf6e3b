package org.kiramr.jobs.rerun;

/**
 * An input that is not there any more.
 *
 * @param image its name in the catalogue
 * @param path the whole path
 */
public record MissingInput(String image, String path) {}
