package org.kiramr.oozie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.oozie.client.BundleJob;
import org.apache.oozie.client.CoordinatorAction;
import org.apache.oozie.client.CoordinatorJob;
import org.apache.oozie.client.Job;
import org.apache.oozie.client.OozieClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kiramr.oozie.server.CoordinatorRun;
import org.kiramr.oozie.server.Observatory;
import org.kiramr.oozie.server.OozieExtension;

/** The bundle: one submission starts both coordinators, one kill ends them. */
@ExtendWith(OozieExtension.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BundleIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void startsBothCoordinatorsAndEndsThem(Observatory observatory) throws Exception {
    OozieClient client = observatory.oozie().client();
    String bundle =
        client.run(
            observatory.properties(
                OozieClient.BUNDLE_APP_PATH,
                "bundle.xml",
                Map.of(
                    "images", observatory.uri("/bundle/images"),
                    "catalogs", observatory.uri("/bundle/catalogs"),
                    "nightlyStart", "2026-01-10T12:00Z",
                    "nightlyEnd", "2026-01-11T12:00Z",
                    "weeklyStart", "2026-01-11T18:00Z",
                    "weeklyEnd", "2026-01-12T18:00Z")));

    Map<String, CoordinatorRun> coordinators = coordinators(observatory, bundle);
    assertThat(coordinators).containsOnlyKeys("kira-nightly", "kira-weekly");
    coordinators.get("kira-nightly").await(1, CoordinatorAction.Status.WAITING);
    // It waits for nothing, and finds that nothing was published yet.
    CoordinatorRun weekly = coordinators.get("kira-weekly");
    CoordinatorAction verification = weekly.await(1, CoordinatorAction.Status.KILLED);
    assertThat(weekly.workflow(verification).action("failed").getErrorMessage())
        .contains("rerun failed", "nothing is published yet", "/bundle/catalogs/_runs.tsv");

    client.kill(bundle);
    await(
        "the bundle and its coordinators are KILLED",
        () -> client.getBundleJobInfo(bundle),
        job ->
            job.getStatus() == Job.Status.KILLED
                && job.getCoordinators().stream()
                    .allMatch(coordinator -> coordinator.getStatus() == Job.Status.KILLED));
  }

  /** The jobs that the bundle has started, by their names. */
  private static Map<String, CoordinatorRun> coordinators(Observatory observatory, String bundle)
      throws Exception {
    OozieClient client = observatory.oozie().client();
    return await(
            "it has started two coordinators",
            () -> client.getBundleJobInfo(bundle),
            job -> job.getCoordinators().size() == 2)
        .getCoordinators()
        .stream()
        .collect(
            Collectors.toMap(
                CoordinatorJob::getAppName,
                job -> new CoordinatorRun(observatory.oozie(), job.getId())));
  }

  private static BundleJob await(
      String what, Callable<BundleJob> question, Predicate<BundleJob> condition) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    BundleJob job = question.call();
    while (!condition.test(job)) {
      assertThat(Instant.now())
          .as("until %s: %s %s", what, job, job.getCoordinators())
          .isBefore(end);
      TimeUnit.MILLISECONDS.sleep(200);
      job = question.call();
    }
    return job;
  }
}
