package org.kiramr.spark;

import java.io.IOException;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.OutputCommitter;
import org.apache.hadoop.mapreduce.OutputFormat;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.kiramr.jobs.extract.CatalogOutputFormat;
import org.kiramr.jobs.extract.CatalogRecord;
import org.kiramr.jobs.extract.FrameKey;

/**
 * {@code kira extract}'s output format in a context that counts, see {@link
 * SparkTask#outputContext}.
 */
public final class SparkCatalogOutputFormat extends OutputFormat<FrameKey, CatalogRecord> {
  private final CatalogOutputFormat format = new CatalogOutputFormat();

  @Override
  public RecordWriter<FrameKey, CatalogRecord> getRecordWriter(TaskAttemptContext context)
      throws IOException {
    return format.getRecordWriter(SparkTask.current().outputContext(context));
  }

  @Override
  public void checkOutputSpecs(JobContext job) throws IOException {
    format.checkOutputSpecs(job);
  }

  @Override
  public OutputCommitter getOutputCommitter(TaskAttemptContext context) throws IOException {
    return format.getOutputCommitter(context);
  }
}
