package org.kiramr.bench.emr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.s3a.commit.CommitConstants;
import org.apache.hadoop.fs.s3a.commit.S3ACommitterFactory;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitterFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The steps' settings choose S3A's magic committer: Hadoop's own choice of a factory is asked, with
 * Hadoop's own S3A. The committer itself is not made, since that talks to S3; how it was tried is
 * told in {@code bench/emr/README.md}.
 */
class S3CommitterTest {
  private static final String SPARK_PREFIX = "spark.hadoop.";

  @TempDir private Path scratch;

  @Test
  void everyStepCommitsByMagic() throws IOException, InterruptedException {
    List<JsonNode> steps = DryRun.of(scratch).steps();
    assertThat(steps).hasSize(16);
    for (JsonNode step : steps) {
      List<String> words = DryRun.arguments(step);
      Configuration conf = settings(words);
      String output = words.get(words.indexOf("-o") + 1);
      assertThat(output).startsWith("s3a://");
      assertThat(
              PathOutputCommitterFactory.getCommitterFactory(
                  new org.apache.hadoop.fs.Path(output), conf))
          .isInstanceOf(S3ACommitterFactory.class);
      assertThat(conf.get(CommitConstants.FS_S3A_COMMITTER_NAME))
          .isEqualTo(CommitConstants.COMMITTER_NAME_MAGIC);
      assertThat(
              conf.getBoolean(
                  CommitConstants.MAGIC_COMMITTER_ENABLED,
                  CommitConstants.DEFAULT_MAGIC_COMMITTER_ENABLED))
          .isTrue();
    }
  }

  /** What reaches the job: its -D, or what Spark passes on to Hadoop. */
  private static Configuration settings(List<String> words) {
    Configuration conf = new Configuration(false);
    boolean spark = words.get(0).equals("spark-submit");
    for (int i = 1; i < words.size(); i++) {
      String[] setting = words.get(i).split("=", 2);
      if (words.get(i - 1).equals("-D")) {
        conf.set(setting[0], setting[1]);
      } else if (spark
          && words.get(i - 1).equals("--conf")
          && setting[0].startsWith(SPARK_PREFIX)) {
        conf.set(setting[0].substring(SPARK_PREFIX.length()), setting[1]);
      }
    }
    return conf;
  }
}
