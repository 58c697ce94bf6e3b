package org.kiramr.jobs.extract;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;

/**
 * All that an engine has to know.
 *
 * @param conf the job's configuration, with every setting
 * @param plan what is read and in how many parts
 * @param output the directory to make, with scheme and authority
 * @param out where progress is told
 */
public record PlannedRun(Configuration conf, InputPlan plan, Path output, PrintStream out) {
  /** How far the job is, in one line, by what its tasks have counted so far. */
  public String account(Counters counters) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d files, %,d frames, %,d detections, %,d rejects",
        KiraCounter.FILES_READ.in(counters),
        plan.files(),
        KiraCounter.FRAMES_EXTRACTED.in(counters),
        KiraCounter.DETECTIONS.in(counters),
        Reconciliation.rejects(counters));
  }
}
