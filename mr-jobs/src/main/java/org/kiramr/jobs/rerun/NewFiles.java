package org.kiramr.jobs.rerun;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.kiramr.fits.mapreduce.FitsInputs;
import org.kiramr.fits.mapreduce.InputFile;
import org.kiramr.jobs.extract.ReaderSettings;

/** Looks for files that the inputs of a run name today, but did not when it ran. */
final class NewFiles {
  private final RecordedRun run;
  private final Set<String> recorded;
  private final Configuration conf;
  private final Set<String> found = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * @param recorded paths of the files that the run had
   * @param conf with the parameters of the run, which say what is a mask and no input
   */
  NewFiles(RecordedRun run, Set<String> recorded, Configuration conf) {
    this.run = run;
    this.recorded = recorded;
    this.conf = new Configuration(conf);
    ReaderSettings.ofExtract().apply(this.conf);
  }

  /** Looks. That an input is not there any more is no error here: its files are missing. */
  void search() {
    if (!run.qualified()) {
      notes.add(
          "new files were not looked for: the record is of a version that did not tell where relative inputs are");
      return;
    }
    for (String input : run.inputs()) {
      try {
        search(input);
      } catch (IOException e) {
        notes.add("new files were not looked for in " + input + ": " + firstLine(e));
      }
    }
  }

  private void search(String input) throws IOException {
    if (!FitsInputs.isList(input) && recorded.contains(input)) {
      return;
    }
    FitsInputs.setInputs(conf, List.of(input));
    for (InputFile file : FitsInputs.list(conf)) {
      String path = file.path().toString();
      if (!recorded.contains(path)) {
        found.add(path);
      }
    }
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** Paths of the new files. */
  List<String> found() {
    return List.copyOf(found);
  }

  /** Where could not be looked, a sentence each. */
  List<String> notes() {
    return notes;
  }
}
