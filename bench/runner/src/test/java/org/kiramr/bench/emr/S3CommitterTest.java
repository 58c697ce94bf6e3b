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

  /** What reaches the job: what is given after the command's word. */
  private static Configuration settings(List<String> words) {
    Configuration conf = new Configuration(false);
    for (int i = words.indexOf("extract") + 1; i < words.size(); i++) {
      if (words.get(i - 1).equals("-D")) {
        String[] setting = words.get(i).split("=", 2);
        conf.set(setting[0], setting[1]);
      }
    }
    return conf;
  }
}
