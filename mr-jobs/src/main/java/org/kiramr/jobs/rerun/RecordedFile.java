package org.kiramr.jobs.rerun;

import java.util.Map;
import org.apache.hadoop.fs.Path;

/**
 * An input of a run, as its table of files has it.
 *
 * @param image its name in the catalogue
 * @param path the whole path
 * @param state what tells whether it is the same
 * @param companions the files of its masks and maps of noise, by whole path
 */
record RecordedFile(String image, Path path, FileState state, Map<String, FileState> companions) {
  RecordedFile {
    companions = Map.copyOf(companions);
  }
}
