package org.kiramr.jobs.extract;

import java.io.IOException;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitter;

/**
 * Writes the tables of a run, each into a directory of its own below the output directory, a part
 * file a reduce task. All of them are committed together by the output's committer.
 */
public final class CatalogOutputFormat extends FileOutputFormat<FrameKey, CatalogRecord> {
  @Override
  public RecordWriter<FrameKey, CatalogRecord> getRecordWriter(TaskAttemptContext context)
      throws IOException {
    PathOutputCommitter committer = (PathOutputCommitter) getOutputCommitter(context);
    String part = getUniqueFile(context, "part", ".ecsv");
    return new EcsvTablesWriter(context, committer.getWorkPath(), part);
  }
}
