package org.kiramr.oozie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class BundleIT {
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

    List<CoordinatorJob> coordinators = coordinators(client, bundle);
    assertThat(coordinators)
        .extracting(CoordinatorJob::getAppName)
        .containsExactlyInAnyOrder("kira-nightly", "kira-weekly");
    for (CoordinatorJob coordinator : coordinators) {
      CoordinatorRun run = new CoordinatorRun(observatory.oozie(), coordinator.getId());
      if (coordinator.getAppName().equals("kira-nightly")) {
        run.await(1, CoordinatorAction.Status.WAITING);
      } else {
        // It waits for nothing, and finds that nothing was published yet.
        run.await(1, CoordinatorAction.Status.RUNNING, CoordinatorAction.Status.KILLED);
      }
    }

    client.kill(bundle);
    while (!coordinators(client, bundle).stream()
        .allMatch(coordinator -> coordinator.getStatus() == Job.Status.KILLED)) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
    assertThat(client.getBundleJobInfo(bundle).getStatus()).isEqualTo(Job.Status.KILLED);
  }

  private static List<CoordinatorJob> coordinators(OozieClient client, String bundle)
      throws Exception {
    while (client.getBundleJobInfo(bundle).getCoordinators().size() < 2) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
    return client.getBundleJobInfo(bundle).getCoordinators();
  }
}
