package org.kiramr.jobs.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskType;
import org.apache.hadoop.mapreduce.lib.output.FileOutputCommitter;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.NamedCommitterFactory;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitterFactory;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output format works with whichever committer a scheme's factory makes, such as S3A's. */
class CatalogOutputFormatTest {
  private static final String ELSEWHERE = "elsewhere";

  @TempDir private Path directory;

  /** Has its own idea of where a task writes. */
  public static final class OtherCommitter extends FileOutputCommitter {
    private final org.apache.hadoop.fs.Path work;

    public OtherCommitter(org.apache.hadoop.fs.Path output, TaskAttemptContext context)
        throws IOException {
      super(output, context);
      work = new org.apache.hadoop.fs.Path(output.getParent(), ELSEWHERE);
    }

    @Override
    public org.apache.hadoop.fs.Path getWorkPath() {
      return work;
    }
  }

  @Test
  void tablesAreWrittenWhereTheFactorysCommitterWorks() throws Exception {
    Configuration conf = new Configuration();
    conf.set(
        String.format(PathOutputCommitterFactory.COMMITTER_FACTORY_SCHEME_PATTERN, "file"),
        NamedCommitterFactory.class.getName());
    conf.set(PathOutputCommitterFactory.NAMED_COMMITTER_CLASS, OtherCommitter.class.getName());
    Job job = Job.getInstance(conf);
    FileOutputFormat.setOutputPath(
        job, new org.apache.hadoop.fs.Path(directory.resolve("out").toUri()));
    TaskAttemptContext context =
        new TaskAttemptContextImpl(
            job.getConfiguration(), new TaskAttemptID("job", 1, TaskType.REDUCE, 0, 0));
    CatalogOutputFormat format = new CatalogOutputFormat();
    assertThat(format.getOutputCommitter(context)).isInstanceOf(OtherCommitter.class);
    format.getRecordWriter(context).close(context);
    try (Stream<Path> tables = Files.list(directory.resolve(ELSEWHERE))) {
      assertThat(tables.map(table -> table.getFileName().toString()))
          .containsExactlyInAnyOrder("catalog", "frames", "fields", "rejects", "files");
    }
    assertThat(directory.resolve(ELSEWHERE).resolve("catalog/part-r-00000.ecsv")).exists();
    assertThat(directory.resolve("out/catalog")).doesNotExist();
  }
}
