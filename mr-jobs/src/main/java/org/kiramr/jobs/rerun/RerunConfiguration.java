package org.kiramr.jobs.rerun;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.StringUtils;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.extract.ExtractSettings;
import org.kiramr.jobs.extract.Extraction;
import org.kiramr.jobs.run.CanonicalPath;
import org.kiramr.jobs.run.OutputDirectory;

/** How a run is repeated: the user's configuration, and one for {@code extract} made from it. */
final class RerunConfiguration {
  private static final String SUFFIX = "-rerun";

  private final Configuration conf;
  private final Configuration extraction;
  private final List<String> notes = new ArrayList<>();

  /**
   * Sets the keys of {@code extract}: parameters and inputs from the record, the rest by {@link
   * RerunSettings}.
   *
   * @throws UsageException if a parameter cannot have its recorded value, or a setting not its own
   */
  RerunConfiguration(RecordedRun run, RecordedFiles files, Configuration conf) {
    this.conf = conf;
    this.extraction = new Configuration(conf);
    notes.addAll(new RecordedParameters(run).apply(extraction));
    extraction.set(
        ExtractSettings.INPUT.key(),
        run.inputs().stream().map(StringUtils::escapeString).collect(Collectors.joining(",")));
    extraction.setBoolean(Extraction.INPUTS_UNQUALIFIED, !run.qualified());
    extraction.set(ExtractSettings.OUTPUT.key(), output(run));
    copy(RerunSettings.OVERWRITE, ExtractSettings.OVERWRITE);
    copy(RerunSettings.REDUCERS, ExtractSettings.REDUCERS);
    copy(RerunSettings.SPLIT_MB, ExtractSettings.SPLIT_MB);
    copy(RerunSettings.ONE_FILE_PER_MAP, ExtractSettings.ONE_FILE_PER_MAP);
    copy(RerunSettings.VERBOSE, ExtractSettings.VERBOSE);
    if (!files.hasCompanions()
        && (hasMapFiles(ExtractSettings.MASK) || hasMapFiles(ExtractSettings.NOISE))) {
      notes.add(
          "whether the files of masks and maps of noise have changed was not checked: the record is of a"
              + " version that did not tell their checksums");
    }
  }

  private <T> void copy(Setting<T> from, Setting<T> to) {
    extraction.set(to.key(), from.get(conf).toString());
  }

  /** Whether maps are in files of their own, see {@link org.kiramr.fits.CompanionSource}. */
  private boolean hasMapFiles(Setting<String> maps) {
    String source = maps.get(extraction);
    return source != null && source.contains("=");
  }

  private String output(RecordedRun run) {
    String given = RerunSettings.OUTPUT.get(conf);
    if (given != null) {
      return given;
    }
    Path old = run.output();
    if (old.getParent() == null) {
      throw new UsageException("no output: name it with -o DIR");
    }
    return new Path(old.getParent(), old.getName() + SUFFIX).toString();
  }

  /** The user's. */
  Configuration conf() {
    return conf;
  }

  /** That of {@code extract}. */
  Configuration extraction() {
    return extraction;
  }

  /** Whether an earlier output may be replaced. */
  boolean overwrites() {
    return RerunSettings.OVERWRITE.get(conf);
  }

  /** What will not be as exact as it could be, a sentence each. */
  List<String> notes() {
    return notes;
  }

  /**
   * The directory to make.
   *
   * @param run the run that is repeated
   * @throws UsageException if it may not be made, or is or holds the output of that run or lies in
   *     it, as far as names tell, or may be that output by its record
   */
  OutputDirectory checkedOutput(RecordedRun run) throws IOException {
    OutputDirectory output = Extraction.output(extraction);
    CanonicalPath made = CanonicalPath.of(output.path(), conf);
    CanonicalPath old = CanonicalPath.of(run.output(), conf);
    if (old.isIn(made)) {
      throw new UsageException(
          "%s is repeated, and in the output directory %s".formatted(run.output(), output.path()));
    }
    if (made.isIn(old)) {
      throw new UsageException(output.path() + " is in the output that is repeated");
    }
    output.check(overwrites());
    if (holdsRecord(output.path(), run.file())) {
      throw new UsageException(
          "%s has the very record that is repeated, %s: it may be the same place by another name, or is a copy of it; it is not replaced"
              .formatted(output.path(), run.file()));
    }
    return output;
  }

  /**
   * Whether a directory has the same record, which no other run has: it tells times and a job. Sees
   * through names that {@link CanonicalPath} takes for two places.
   */
  private boolean holdsRecord(Path directory, Path record) throws IOException {
    // "./" keeps a colon in a name from being taken for the end of a scheme
    Path twin = new Path(directory, "./" + record.getName());
    FileSystem fileSystem = twin.getFileSystem(conf);
    return fileSystem.exists(twin) && Arrays.equals(bytes(twin), bytes(record));
  }

  private byte[] bytes(Path file) throws IOException {
    try (InputStream in = file.getFileSystem(conf).open(file)) {
      return in.readAllBytes();
    }
  }
}
