package org.kiramr.jobs.rerun;

import org.apache.hadoop.fs.Path;

/**
 * An input of a run, as its table of files has it.
 *
 * @param image its name in the catalogue
 * @param path the whole path
 * @param state what tells whether it is the same
 */
record RecordedFile(String image, Path path, FileState state) {}
