package org.kiramr.oozie;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.protocol.HdfsConstants;
import org.apache.oozie.client.OozieClient;
import org.apache.oozie.client.WorkflowAction;
import org.apache.oozie.client.WorkflowJob;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.jobs.SharedData;
import org.kiramr.jobs.extract.RunOutput;
import org.kiramr.oozie.server.Observatory;
import org.kiramr.oozie.server.OozieExtension;
import org.kiramr.oozie.server.Sky;
import org.kiramr.oozie.server.WorkflowRun;

/** The workflow {@code extract}: what it publishes, and how it fails. */
@ExtendWith(OozieExtension.class)
class ExtractWorkflowIT {
  private static final String NIGHT = "2026-01-05";
  private static final String OBSERVER = "observer@example.org";

  /** The two kinds of rerun of the operators' page. */
  private static final Map<String, String> SKIPPING_EXTRACT = rerunSkipping("extract");

  private static final Map<String, String> FROM_THE_START = rerunSkipping(",");

  @TempDir private static Path directory;

  private static Path frames;
  private static RunOutput local;

  @BeforeAll
  static void simulate(Observatory observatory) throws Exception {
    frames = directory.resolve("sky");
    assertThat(Sky.simulate(frames, 4)).hasSize(4);
    local = Sky.extract(frames, directory.resolve("local"));
    observatory.upload(frames, "/extract/images");
  }

  @Test
  void publishesTheCommandLinesCatalogue(Observatory observatory) throws Exception {
    String catalogs = "/extract/simulated";

    Map<String, String> properties = night(observatory, "/extract/images/sky", catalogs);
    properties.put("notifySuccess", "marker");
    WorkflowRun run = observatory.extract(properties);

    run.endsWith(WorkflowJob.Status.SUCCEEDED);
    RunOutput published = observatory.output(catalogs + "/" + NIGHT + "/001");
    assertSame(published, local);
    assertThat(observatory.text(catalogs + "/" + NIGHT + "/_latest").strip()).isEqualTo("001");
    assertThat(observatory.text(catalogs + "/_runs.tsv")).contains(run.id(), NIGHT + "/001");
    assertThat(published.directory().resolve("_provenance.json"))
        .content()
        .contains("\"framework\" : \"yarn\"");
    assertThat(observatory.names(catalogs + "/_notices"))
        .containsExactly("published-" + NIGHT + "-" + run.id());
  }

  @Test
  void publishesTheCommandLinesCatalogueOfRealFrames(Observatory observatory) throws Exception {
    Path survey = SharedData.path("sdss-fpC");
    String catalogs = "/extract/real";
    observatory.uploadFiles(survey, "/extract/images/sdss");

    Map<String, String> properties = night(observatory, "/extract/images/sdss", catalogs);
    properties.put("notifySuccess", "email");
    properties.put("mailTo", OBSERVER);
    WorkflowRun run = observatory.extract(properties);

    RunOutput here = Sky.extract(survey, directory.resolve("real"));
    run.endsWith(WorkflowJob.Status.SUCCEEDED);
    assertSame(observatory.output(catalogs + "/" + NIGHT + "/001"), here);
    assertThat(mail(observatory, run))
        .contains("Subject: Kira-MR: " + NIGHT + " is published")
        .contains(here.catalog().lines().count() + " detections in ");
  }

  @Test
  void anInputThatIsNotThereIsNamed(Observatory observatory) throws Exception {
    String catalogs = "/extract/missing";
    String input = "/extract/images/missing";
    Map<String, String> properties = night(observatory, input, catalogs);
    properties.put("notifyFailure", "email");
    properties.put("mailTo", OBSERVER);
    // As an earlier rerun leaves it: a rerun that does not say otherwise would skip the extraction.
    properties.put(OozieClient.RERUN_SKIP_NODES, "extract");

    WorkflowRun run = observatory.extract(properties).endsWith(WorkflowJob.Status.KILLED);

    String cause = "Input path does not exist: " + observatory.uri(input);
    assertThat(run.action("failed").getErrorMessage())
        .startsWith("extract failed: ")
        .contains(cause);
    assertThat(mail(observatory, run))
        .contains("To: " + OBSERVER, "Subject: Kira-MR: " + NIGHT + " failed", cause);

    // The operator brings it.
    observatory.uploadFiles(frames, input);
    run.rerun(FROM_THE_START).endsWith(WorkflowJob.Status.SUCCEEDED);
    assertThat(observatory.output(catalogs + "/" + NIGHT + "/001").rowsByFrame())
        .isEqualTo(local.rowsByFrame());
  }

  @Test
  void anInputThatXmlWouldMisreadIsNamedAndTheFailedNodesRerun(Observatory observatory)
      throws Exception {
    String catalogs = "/extract/ampersand";
    Map<String, String> properties = night(observatory, "/extract/images/a&b", catalogs);
    properties.put("notifyFailure", "email");
    properties.put("mailTo", OBSERVER);

    WorkflowRun run = observatory.extract(properties).endsWith(WorkflowJob.Status.KILLED);

    assertThat(mail(observatory, run)).contains("/extract/images/a&b, workflow " + run.id());

    run.rerun(
            Map.of(
                "input",
                observatory.uri("/extract/images/sky"),
                OozieClient.RERUN_FAIL_NODES,
                "true"))
        .endsWith(WorkflowJob.Status.SUCCEEDED);
    assertThat(observatory.output(catalogs + "/" + NIGHT + "/001").rowsByFrame())
        .isEqualTo(local.rowsByFrame());
  }

  @Test
  void aWordThatNoPropertyKnowsIsTold(Observatory observatory) throws Exception {
    String catalogs = "/extract/wrong-word";
    Map<String, String> properties = night(observatory, "/extract/images/sky", catalogs);
    properties.put("onRejects", "wran");

    WorkflowRun run = observatory.extract(properties).endsWith(WorkflowJob.Status.KILLED);

    assertThat(run.action("wrong-property").getErrorMessage())
        .contains("onRejects is \"wran\" (warn or stop)");
    assertThat(observatory.names(catalogs + "/_notices"))
        .containsExactly("failed-" + NIGHT + "-" + run.id());
  }

  @Test
  void whatIsTransientIsTriedAgain(Observatory observatory) throws Exception {
    String catalogs = "/extract/retried";
    String input = "/extract/images/retried";
    Map<String, String> properties = night(observatory, input, catalogs);
    properties.put("retryMax", "1");
    properties.put("retryIntervalMinutes", "1");

    WorkflowRun run = observatory.extract(properties);

    run.awaitAction("extract", WorkflowAction.Status.USER_RETRY);
    observatory.uploadFiles(frames, input);
    run.endsWith(WorkflowJob.Status.SUCCEEDED);
    assertThat(run.action("extract").getUserRetryCount()).isEqualTo(1);
    assertThat(observatory.output(catalogs + "/" + NIGHT + "/001").rowsByFrame())
        .isEqualTo(local.rowsByFrame());
    assertThat(observatory.exists(catalogs + "/_notices")).isFalse();
  }

  @Test
  void rejectsStopANightOrDoNot(Observatory observatory) throws Exception {
    String catalogs = "/extract/rejects";
    String input = "/extract/images/torn";
    observatory.uploadFiles(frames, input);
    Path torn = directory.resolve("torn.fits");
    Files.writeString(torn, "SIMPLE  =                    T");
    observatory.upload(torn, input);
    Map<String, String> stop = night(observatory, input, catalogs);
    stop.put("onRejects", "stop");

    WorkflowRun run = observatory.extract(stop).endsWith(WorkflowJob.Status.KILLED);

    assertThat(run.action("too-many-rejects").getErrorMessage())
        .contains("too many rejects: 1 frames");
    assertThat(observatory.names(catalogs + "/_notices"))
        .containsExactly("failed-" + NIGHT + "-" + run.id());
    assertThat(observatory.exists(catalogs + "/" + NIGHT)).isFalse();

    // The operator publishes it all the same: what is extracted is not extracted again.
    WorkflowAction extracted = run.action("extract");
    Map<String, String> more = new HashMap<>(SKIPPING_EXTRACT);
    more.put("onRejects", "warn");
    run.rerun(more).endsWith(WorkflowJob.Status.SUCCEEDED);
    assertNotRepeated(run.action("extract"), extracted);
    RunOutput published = observatory.output(catalogs + "/" + NIGHT + "/001");
    assertThat(published.rowsByFrame()).isEqualTo(local.rowsByFrame());
    assertThat(published.table("rejects"))
        .extracting(row -> row.get("image"))
        .containsExactly("torn.fits");
  }

  @Test
  void aRerunRepeatsOnlyWhatFailed(Observatory observatory) throws Exception {
    String catalogs = "/extract/rerun";
    String night = catalogs + "/" + NIGHT;
    Map<String, String> properties = night(observatory, "/extract/images/sky", catalogs);
    observatory.extract(properties).endsWith(WorkflowJob.Status.SUCCEEDED);
    List<String> published = observatory.state(night + "/001");
    // No room for one more file or directory, which even HDFS's superuser is held to.
    DistributedFileSystem hdfs = (DistributedFileSystem) observatory.hdfs();
    org.apache.hadoop.fs.Path full = new org.apache.hadoop.fs.Path(night);
    hdfs.setQuota(full, 1, HdfsConstants.QUOTA_DONT_SET);

    WorkflowRun run = observatory.extract(properties).endsWith(WorkflowJob.Status.KILLED);

    assertThat(run.action("failed").getErrorMessage()).contains("publish failed", "quota", night);
    WorkflowAction extracted = run.action("extract");
    assertThat(extracted.getStatus()).isEqualTo(WorkflowAction.Status.OK);
    assertThat(observatory.state(night + "/001")).isEqualTo(published);
    assertThat(observatory.text(night + "/_latest").strip()).isEqualTo("001");

    // A second failure is told as the first was, if all but what is done is run again.
    observatory.delete(catalogs + "/_notices");
    run.rerun(SKIPPING_EXTRACT).endsWith(WorkflowJob.Status.KILLED);
    assertThat(run.action("failed").getErrorMessage()).contains("publish failed", "quota", night);
    assertThat(observatory.names(catalogs + "/_notices"))
        .containsExactly("failed-" + NIGHT + "-" + run.id());

    hdfs.setQuota(full, HdfsConstants.QUOTA_RESET, HdfsConstants.QUOTA_DONT_SET);
    run.rerun(SKIPPING_EXTRACT).endsWith(WorkflowJob.Status.SUCCEEDED);

    assertNotRepeated(run.action("extract"), extracted);
    assertThat(observatory.state(night + "/001")).isEqualTo(published);
    assertSame(observatory.output(night + "/002"), local);
    assertThat(observatory.text(night + "/_latest").strip()).isEqualTo("002");
    assertThat(observatory.exists(catalogs + "/_staging/" + run.id())).isFalse();
  }

  @Test
  void theApplicationsLibAloneHasOurClasses(Observatory observatory) throws Exception {
    Map<String, String> properties = night(observatory, "/extract/images/sky", "/extract/no-lib");
    observatory.hdfs().mkdirs(new org.apache.hadoop.fs.Path("/extract/no-lib/lib"));
    properties.put(OozieClient.LIBPATH, observatory.uri("/extract/no-lib/lib"));

    WorkflowRun run = observatory.extract(properties).endsWith(WorkflowJob.Status.KILLED);

    assertThat(run.action("failed").getErrorMessage())
        .contains("extract failed", "ClassNotFoundException", "org.kiramr.oozie.action");
  }

  /** Both properties, always: Oozie keeps those of earlier reruns. */
  private static Map<String, String> rerunSkipping(String nodes) {
    return Map.of(OozieClient.RERUN_FAIL_NODES, "false", OozieClient.RERUN_SKIP_NODES, nodes);
  }

  private static Map<String, String> night(Observatory observatory, String input, String catalogs) {
    return new HashMap<>(
        Map.of(
            "night", NIGHT,
            "input", observatory.uri(input),
            "catalogs", observatory.uri(catalogs)));
  }

  /** The one message about a run. */
  private static String mail(Observatory observatory, WorkflowRun run) {
    List<String> messages =
        observatory.mailbox().messages().stream()
            .filter(message -> message.contains(run.id()))
            .toList();
    assertThat(messages).hasSize(1);
    return messages.get(0);
  }

  private static void assertSame(RunOutput published, RunOutput here) throws Exception {
    assertThat(published.catalog()).isNotEmpty().isEqualTo(here.catalog());
    assertThat(published.sortedLines("frames")).isEqualTo(here.sortedLines("frames"));
    // The digests.
    assertThat(published.sortedLines("fields")).isNotEmpty().isEqualTo(here.sortedLines("fields"));
  }

  private static void assertNotRepeated(WorkflowAction now, WorkflowAction before) {
    assertThat(now.getExternalId()).isEqualTo(before.getExternalId());
    assertThat(now.getStartTime()).isEqualTo(before.getStartTime());
  }
}
