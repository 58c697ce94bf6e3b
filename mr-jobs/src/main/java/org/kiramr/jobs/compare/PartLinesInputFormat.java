package org.kiramr.jobs.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.input.CombineFileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.CombineFileRecordReader;
import org.apache.hadoop.mapreduce.lib.input.CombineFileSplit;
import org.apache.hadoop.mapreduce.security.TokenCache;

/**
 * The rows of both catalogues, each with a tag that says where it is from. Small parts are packed
 * into one split, large ones cut at line ends.
 */
public final class PartLinesInputFormat extends CombineFileInputFormat<PartTag, Text> {
  /** The parts that can hold rows of the selected fields. */
  @Override
  protected List<FileStatus> listStatus(JobContext job) throws IOException {
    CatalogPair pair = CatalogPair.from(job.getConfiguration());
    TokenCache.obtainTokensForNamenodes(
        job.getCredentials(),
        new Path[] {pair.of(Side.A).path(), pair.of(Side.B).path()},
        job.getConfiguration());
    FieldSelection selection = FieldSelection.read(job.getConfiguration());
    List<FileStatus> files = new ArrayList<>();
    for (Side side : Side.values()) {
      for (CatalogTable table : RowLayouts.TABLES) {
        files.addAll(selection.parts(side, pair.of(side).parts(table)));
      }
    }
    return files;
  }

  @Override
  public RecordReader<PartTag, Text> createRecordReader(
      InputSplit split, TaskAttemptContext context) throws IOException {
    return new CombineFileRecordReader<>((CombineFileSplit) split, context, PartLinesReader.class);
  }
}
