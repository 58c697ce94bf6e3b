package org.kiramr.jobs.rerun;

import java.util.List;
import java.util.Objects;
import org.kiramr.jobs.compare.CatalogComparison;
import org.kiramr.jobs.run.OutputDirectory;

/**
 * What a rerun found. It is written as JSON, as it stands, to {@value #FILE} in the new output:
 *
 * <pre>{@code
 * {
 *   "verdict" : "different",             // reproduced, within-tolerance, different, inputs-changed
 *   "sentence" : "different: 1 of 12 fields; 1 version changed (libsep)",       // one line
 *   "exitCode" : 3,                      // 0 for the first two verdicts, else 3
 *   "provenance" : "hdfs://nn/catalogs/2026-11-22/001/_provenance.json",
 *   "output" : "hdfs://nn/catalogs/2026-11-22/001-rerun",
 *   "started" : "2026-11-23T02:00:00Z",
 *   "seconds" : 41.2,                    // all of it: checks, extraction, comparison
 *   "engine" : { "before" : "spark", "after" : "mapreduce" },
 *   "digest" : { "before" : "9c56...", "after" : "e3b0..." },
 *   "inputs" : {
 *     "files" : 60,
 *     "changed" : [ { "image" : "a.fits", "path" : "hdfs://nn/images/a.fits",
 *                     "before" : { "bytes" : 2880, "crc32" : 17 },
 *                     "after" : { "bytes" : 2880, "crc32" : 99 } } ],
 *     "missing" : [ { "image" : "b.fits", "path" : "hdfs://nn/images/b.fits" } ],
 *     "extra" : [ "hdfs://nn/images/late.fits" ]
 *   },
 *   "versions" : [ { "name" : "libsep", "before" : "1.2.1 ...", "after" : "1.4.1 ..." } ],
 *   "fields" : [ { "name" : "003918-3-0213", "before" : "9c56...", "after" : "e3b0..." } ],
 *   "columns" : [ { "column" : "flux_auto", "rows" : 3, "beyondTolerance" : 3,
 *                   "largestAbsolute" : 0.25, "largestRelative" : 1.0E-7 } ],
 *   "notes" : [ ],                       // what could not be checked, a sentence each
 *   "comparison" : { ... }               // as compare --json has it
 * }
 * }</pre>
 *
 * Every name is always there; what there is none of is null, lists are empty.
 *
 * @param verdict {@link RerunVerdict#word}
 * @param sentence the verdict for people, with what differs, in one line
 * @param exitCode what the command returns
 * @param provenance the record of the run that was repeated
 * @param output directory of the new output; it has no catalogue if every input is missing
 * @param started when, ISO 8601
 * @param seconds how long it all took
 * @param engine names of what ran; after is null if every input is missing
 * @param digest SHA-256 of the whole catalogue; after is null if every input is missing
 * @param inputs how they compare with the record, masks and maps of noise among them
 * @param versions those that are not as recorded
 * @param fields those whose digest is not as recorded, all of them; rows of changed inputs count
 *     here
 * @param columns columns of the catalogue that differ; rows of changed inputs are left out
 * @param notes what could not be checked, a sentence each
 * @param comparison in full: A is the recorded output, B the new one, rows of changed and missing
 *     inputs left out; unlike that of {@code compare}, its verdict is of the tables of frames and
 *     fields and of the codes of rejects, too; null if every input is missing
 */
public record RerunResult(
    String verdict,
    String sentence,
    int exitCode,
    String provenance,
    String output,
    String started,
    double seconds,
    Change engine,
    Change digest,
    InputChanges inputs,
    List<NamedChange> versions,
    List<NamedChange> fields,
    List<ColumnSummary> columns,
    List<String> notes,
    CatalogComparison comparison) {
  /** The file's name in the new output, and the mark of a rerun that has ended. */
  public static final String FILE = OutputDirectory.RERUN;

  public RerunResult {
    Objects.requireNonNull(verdict);
    versions = List.copyOf(versions);
    fields = List.copyOf(fields);
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
  }
}
