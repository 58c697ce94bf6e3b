package org.kiramr.oozie.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.oozie.client.CoordinatorAction;
import org.apache.oozie.client.OozieClient;
import org.apache.oozie.client.OozieClientException;
import org.apache.oozie.client.rest.RestConstants;

/** A coordinator job on a server, as its operator sees it. */
public final class CoordinatorRun {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final OozieServer server;
  private final OozieClient client;
  private final String id;

  /** A job that somebody, such as a bundle, has started. */
  public CoordinatorRun(OozieServer server, String id) {
    this.server = server;
    this.client = server.client();
    this.id = id;
  }

  /** Submits and starts a job. */
  public static CoordinatorRun submit(OozieServer server, Properties properties)
      throws OozieClientException {
    return new CoordinatorRun(server, server.client().run(properties));
  }

  /** The job's id. */
  public String id() {
    return id;
  }

  /** The actions that are materialised, in the order of their nominal times. */
  public List<CoordinatorAction> actions() throws OozieClientException {
    return client.getCoordJobInfo(id).getActions().stream()
        .sorted(Comparator.comparing(CoordinatorAction::getActionNumber))
        .toList();
  }

  /** Waits until an action, the first is 1, has one of these statuses; returns it. */
  public CoordinatorAction await(int number, CoordinatorAction.Status... statuses)
      throws OozieClientException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      List<CoordinatorAction> actions = actions();
      if (actions.size() >= number
          && List.of(statuses).contains(actions.get(number - 1).getStatus())) {
        return actions.get(number - 1);
      }
      if (Instant.now().isAfter(end)) {
        fail(
            "action "
                + number
                + " not "
                + List.of(statuses)
                + " in "
                + PATIENCE
                + ": "
                + describe());
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  /** Runs an action again; what it made stays. */
  public void rerun(int number) throws OozieClientException {
    assertThat(
            client.reRunCoord(
                id, RestConstants.JOB_COORD_SCOPE_ACTION, Integer.toString(number), false, true))
        .hasSize(1);
  }

  /** The workflow of an action. */
  public WorkflowRun workflow(CoordinatorAction action) {
    return new WorkflowRun(server, action.getExternalId());
  }

  /** All that helps to understand the job. */
  public String describe() throws OozieClientException {
    StringBuilder text = new StringBuilder(id).append(' ');
    text.append(client.getCoordJobInfo(id).getStatus());
    for (CoordinatorAction action : actions()) {
      text.append(
          "\n%d %s, missing: %s%n"
              .formatted(
                  action.getActionNumber(), action.getStatus(), action.getMissingDependencies()));
      if (action.getExternalId() != null) {
        text.append(workflow(action).describe());
      }
    }
    return text.toString();
  }
}
