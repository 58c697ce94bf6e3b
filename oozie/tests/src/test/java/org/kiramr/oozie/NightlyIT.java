package org.kiramr.oozie;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.oozie.client.CoordinatorAction;
import org.apache.oozie.client.OozieClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.oozie.server.CoordinatorRun;
import org.kiramr.oozie.server.Observatory;
import org.kiramr.oozie.server.OozieExtension;
import org.kiramr.oozie.server.Sky;

/** The coordinator {@code nightly}, over the night on which clocks in New York go forward. */
@ExtendWith(OozieExtension.class)
class NightlyIT {
  private static final String IMAGES = "/nightly/images";
  private static final String CATALOGS = "/nightly/catalogs";
  private static final String NIGHT = "2026-03-07";
  private static final String LATE_NIGHT = "2026-03-08";
  private static final String FLAG = "_COMPLETE";

  @TempDir private static Path directory;

  @Test
  void waitsForItsNightRunsOnceAndAgain(Observatory observatory) throws Exception {
    List<Path> frames = Sky.simulate(directory.resolve("sky"), 3);
    String images = IMAGES + "/" + NIGHT;
    observatory.upload(frames.get(0), images);
    observatory.upload(frames.get(1), images);

    CoordinatorRun nights =
        CoordinatorRun.submit(
            observatory.oozie(),
            observatory.properties(
                OozieClient.COORDINATOR_APP_PATH,
                "nightly",
                Map.of(
                    "images", observatory.uri(IMAGES),
                    "catalogs", observatory.uri(CATALOGS),
                    "observatoryTimezone", "America/New_York",
                    "nightlyStart", "2026-03-07T17:00Z",
                    "nightlyEnd", "2026-03-09T15:00Z",
                    "nightlyConcurrency", "2",
                    "nightlyTimeoutMinutes", "1")));

    CoordinatorAction waiting = nights.await(1, CoordinatorAction.Status.WAITING);
    observatory.touch(images + "/" + FLAG);
    assertThat(waiting.getNominalTime()).isEqualTo(Instant.parse("2026-03-07T17:00:00Z"));
    assertThat(waiting.getMissingDependencies()).isEqualTo(observatory.uri(images + "/" + FLAG));
    CoordinatorAction done = nights.await(1, CoordinatorAction.Status.SUCCEEDED);
    String published = CATALOGS + "/" + NIGHT;
    assertThat(observatory.output(published + "/001").table("frames")).hasSize(2);
    List<String> first = observatory.state(published + "/001");

    CoordinatorAction late = nights.await(2, CoordinatorAction.Status.TIMEDOUT);
    // Noon in New York is another hour in UTC after the change.
    assertThat(late.getNominalTime()).isEqualTo(Instant.parse("2026-03-08T16:00:00Z"));
    assertThat(late.getMissingDependencies())
        .isEqualTo(observatory.uri(IMAGES + "/" + LATE_NIGHT + "/" + FLAG));
    assertThat(observatory.names(CATALOGS)).doesNotContain(LATE_NIGHT);

    observatory.upload(frames.get(2), images);
    nights.rerun(1);
    observatory.upload(frames.get(0), IMAGES + "/" + LATE_NIGHT);
    observatory.touch(IMAGES + "/" + LATE_NIGHT + "/" + FLAG);
    nights.rerun(2);

    CoordinatorAction again = nights.await(1, CoordinatorAction.Status.SUCCEEDED);
    assertThat(again.getExternalId()).isNotEqualTo(done.getExternalId());
    assertThat(observatory.output(published + "/002").table("frames")).hasSize(3);
    assertThat(observatory.state(published + "/001")).isEqualTo(first);
    assertThat(observatory.text(published + "/_latest").strip()).isEqualTo("002");
    nights.await(2, CoordinatorAction.Status.SUCCEEDED);
    assertThat(observatory.output(CATALOGS + "/" + LATE_NIGHT + "/001").table("frames")).hasSize(1);
  }
}
