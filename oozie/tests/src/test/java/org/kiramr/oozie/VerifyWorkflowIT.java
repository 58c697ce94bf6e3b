package org.kiramr.oozie;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.oozie.client.OozieClient;
import org.apache.oozie.client.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.oozie.server.Observatory;
import org.kiramr.oozie.server.OozieExtension;
import org.kiramr.oozie.server.Sky;
import org.kiramr.oozie.server.WorkflowRun;

/** The workflow {@code verify}: what is the same is said to be, and what is not is named. */
@ExtendWith(OozieExtension.class)
class VerifyWorkflowIT {
  private static final String IMAGES = "/verify/images";
  private static final String CATALOGS = "/verify/catalogs";
  private static final String NIGHT = "2026-01-06";

  @TempDir private static Path directory;

  @Test
  void saysReproducedOrWhatChanged(Observatory observatory) throws Exception {
    List<Path> frames = Sky.simulate(directory.resolve("sky"), 3);
    for (Path frame : frames) {
      observatory.upload(frame, IMAGES);
    }
    Map<String, String> night =
        Map.of(
            "night", NIGHT,
            "input", observatory.uri(IMAGES),
            "catalogs", observatory.uri(CATALOGS));
    observatory.extract(night).endsWith(WorkflowJob.Status.SUCCEEDED);
    List<String> published = observatory.state(CATALOGS + "/" + NIGHT);
    Map<String, String> latest = Map.of("catalogs", observatory.uri(CATALOGS));

    WorkflowRun same =
        observatory
            .verify(Map.of("catalogs", observatory.uri(CATALOGS), "notifySuccess", "marker"))
            .endsWith(WorkflowJob.Status.SUCCEEDED);

    assertThat(observatory.names(CATALOGS + "/_notices"))
        .containsExactly("verified-reproduced-" + same.id());
    assertThat(history(observatory))
        .hasSize(1)
        .last()
        .asString()
        .contains(same.id(), "\treproduced\t");

    // One frame becomes another's copy: as long, with other pixels.
    org.apache.hadoop.fs.Path changed =
        new org.apache.hadoop.fs.Path(IMAGES, frames.get(1).getFileName().toString());
    observatory
        .hdfs()
        .copyFromLocalFile(
            false, true, new org.apache.hadoop.fs.Path(frames.get(2).toUri()), changed);

    WorkflowRun other = observatory.verify(latest).endsWith(WorkflowJob.Status.KILLED);

    assertThat(other.action("not-reproduced").getErrorMessage())
        .contains("is not reproduced", changed.getName())
        .doesNotContain(frames.get(0).getFileName().toString());
    assertThat(history(observatory))
        .hasSize(2)
        .last()
        .asString()
        .contains(other.id(), "\tinputs-changed\t");
    assertThat(observatory.state(CATALOGS + "/" + NIGHT)).isEqualTo(published);
    assertThat(observatory.names(CATALOGS + "/_staging")).isEmpty();
    assertThat(observatory.names(CATALOGS + "/_notices"))
        .containsExactly("different-verify-" + other.id(), "verified-reproduced-" + same.id());

    // Had it been told to warn: what is done is kept, and decided again.
    other
        .rerun(
            Map.of(
                "onDifference",
                "warn",
                "notifySuccess",
                "marker",
                OozieClient.RERUN_SKIP_NODES,
                "rerun,history,clean"))
        .endsWith(WorkflowJob.Status.SUCCEEDED);
    assertThat(observatory.names(CATALOGS + "/_notices"))
        .contains("verified-inputs-changed-" + other.id());
    assertThat(history(observatory)).hasSize(2);
  }

  /** The lines of the history below its header. */
  private static List<String> history(Observatory observatory) throws Exception {
    return observatory.text(CATALOGS + "/_history.tsv").lines().skip(1).toList();
  }
}
