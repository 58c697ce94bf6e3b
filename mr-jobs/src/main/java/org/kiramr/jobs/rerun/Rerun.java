package org.kiramr.jobs.rerun;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.kiramr.fits.mapreduce.NamedFile;
import org.kiramr.fits.mapreduce.NamedFiles;
import org.kiramr.jobs.cli.JsonResult;
import org.kiramr.jobs.compare.CatalogComparer;
import org.kiramr.jobs.compare.CatalogComparison;
import org.kiramr.jobs.compare.CompareOptions;
import org.kiramr.jobs.extract.Extraction;
import org.kiramr.jobs.run.OutputDirectory;

/** Repeats one run, compares what comes out with what came out then, and leaves the result. */
final class Rerun {
  private final CompletedRun before;
  private final RerunConfiguration setup;
  private final CompareOptions options;
  private final PrintStream out;
  private final CatalogComparer comparer;
  private final Instant started = Instant.now();

  /**
   * @param before the run to repeat
   * @param setup how it is repeated
   * @param options how exactly the catalogues are compared; every row is read and every table
   *     counts whatever they say, since a digest on record tells nothing of rows that were damaged
   *     later, nor of frames
   * @param out where progress goes
   */
  Rerun(CompletedRun before, RerunConfiguration setup, CompareOptions options, PrintStream out) {
    this.before = before;
    this.setup = setup;
    this.options = options.withEverything();
    this.out = out;
    this.comparer = new CatalogComparer(setup.conf(), out);
  }

  /**
   * Does it all.
   *
   * @throws org.kiramr.jobs.cli.UsageException if the new output may not be made, or the options
   *     name a column that is not there; nothing has been touched then
   * @throws IOException if the extraction or the comparison failed
   */
  RerunResult run() throws IOException, InterruptedException, ClassNotFoundException {
    // extraction may take hours: what is wrong with the comparison's options is told before
    comparer.checkOptions(before.record().output().toString(), options);
    OutputDirectory output = setup.checkedOutput(before.record());
    FoundInputs inputs = FoundInputs.of(before, setup.extraction());
    new RerunReport(out).print(before.record(), inputs);
    RerunFindings findings =
        inputs.present().isEmpty() ? nothingLeft(output, inputs) : repeat(output.path(), inputs);
    RerunResult result = findings.toResult(started, Instant.now(), notes(inputs, findings));
    leave(result, output.path());
    return result;
  }

  /** Makes an output without a catalogue. */
  private RerunFindings nothingLeft(OutputDirectory output, FoundInputs inputs) throws IOException {
    output.clear(setup.overwrites());
    return new RerunFindings(
        before, null, output.path(), inputs.changes(before.files(), null), null);
  }

  private RerunFindings repeat(Path output, FoundInputs inputs)
      throws IOException, InterruptedException, ClassNotFoundException {
    extract(inputs.present());
    CompletedRun after = CompletedRun.open(output.toString(), setup.conf());
    InputChanges changes = inputs.changes(before.files(), after.files());
    CatalogComparison comparison =
        comparer.compare(
            before.record().output().toString(), output.toString(), options, changes.images());
    return new RerunFindings(before, after, output, changes, comparison);
  }

  private void extract(List<NamedFile> files) throws IOException, InterruptedException {
    // only this process reads the list, so that it may lie on this machine
    File directory = Files.createTempDirectory("kira-rerun").toFile();
    try {
      Path list = new Path(new File(directory, "files").toURI());
      NamedFiles.write(files, list, setup.extraction());
      Extraction.onMapReduce(setup.extraction(), out).runOn(list);
    } finally {
      FileUtil.fullyDelete(directory);
    }
  }

  private List<String> notes(FoundInputs inputs, RerunFindings findings) {
    List<String> notes = new ArrayList<>(setup.notes());
    notes.addAll(inputs.notes());
    if (!findings.inputs().areSame()) {
      notes.add(
          "whether published rows still have the digests on record was not checked: a digest is of a whole field,"
              + " and rows of inputs that have changed or are missing were left out");
    }
    return notes;
  }

  private void leave(RerunResult result, Path output) throws IOException {
    Path file = new Path(output, RerunResult.FILE);
    FileSystem fileSystem = file.getFileSystem(setup.conf());
    try (OutputStream stream = fileSystem.create(file, true)) {
      stream.write(JsonResult.text(result).getBytes(StandardCharsets.UTF_8));
    }
  }
}
