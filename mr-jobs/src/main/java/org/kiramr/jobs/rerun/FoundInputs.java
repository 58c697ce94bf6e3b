package org.kiramr.jobs.rerun;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.kiramr.fits.mapreduce.InputFile;
import org.kiramr.fits.mapreduce.NamedFile;
import org.kiramr.fits.mapreduce.NamedFiles;

/**
 * What is there of a run's inputs. Whether it is what it was is told by the rerun itself, which
 * makes the checksums while it reads.
 *
 * @param present the files that are there
 * @param missing those that are not
 * @param extra paths of files that the inputs name today, but not in the record
 * @param notes what could not be found out, a sentence each
 */
record FoundInputs(
    List<NamedFile> present, List<MissingInput> missing, List<String> extra, List<String> notes) {
  FoundInputs {
    present = List.copyOf(present);
    missing = List.copyOf(missing);
    extra = List.copyOf(extra);
    notes = List.copyOf(notes);
  }

  /**
   * Looks for them.
   *
   * @param conf with the parameters of the run
   * @throws IOException if a file system cannot tell
   */
  static FoundInputs of(CompletedRun run, Configuration conf) throws IOException {
    List<NamedFile> recorded =
        run.files().all().stream().map(file -> new NamedFile(file.image(), file.path())).toList();
    List<Optional<InputFile>> found = NamedFiles.find(recorded, conf);
    List<NamedFile> present = new ArrayList<>();
    List<MissingInput> missing = new ArrayList<>();
    for (int i = 0; i < recorded.size(); i++) {
      NamedFile file = recorded.get(i);
      if (found.get(i).isPresent()) {
        present.add(file);
      } else {
        missing.add(new MissingInput(file.image(), file.path().toString()));
      }
    }
    NewFiles extra = new NewFiles(run.record(), run.files().paths(), conf);
    extra.search();
    return new FoundInputs(present, missing, extra.found(), extra.notes());
  }

  /**
   * How the inputs compare with the record, once they have been read.
   *
   * @param after what the rerun has read; null if nothing was left to read
   * @throws IOException if it has not read one
   */
  InputChanges changes(RecordedFiles before, RecordedFiles after) throws IOException {
    InputComparison comparison = new InputComparison(before.hasCompanions());
    missing.forEach(comparison::missing);
    for (NamedFile file : present) {
      RecordedFile now = after.of(file.image());
      if (now == null) {
        throw new IOException("the rerun has not read " + file.path());
      }
      comparison.compare(before.of(file.image()), now);
    }
    return comparison.result(before.all().size(), extra);
  }
}
