package org.kiramr.oozie.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.oozie.client.OozieClient;
import org.apache.oozie.client.OozieClientException;
import org.apache.oozie.client.WorkflowAction;
import org.apache.oozie.client.WorkflowJob;
import org.kiramr.cluster.ContainerLogs;

/** A workflow job on a server, as its operator sees it. */
public final class WorkflowRun {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Set<WorkflowJob.Status> ENDS =
      Set.of(WorkflowJob.Status.SUCCEEDED, WorkflowJob.Status.KILLED, WorkflowJob.Status.FAILED);

  private final OozieClient client;
  private final String id;

  /** A job that somebody, such as a coordinator, has started. */
  public WorkflowRun(OozieServer server, String id) {
    this.client = server.client();
    this.id = id;
  }

  /** Submits and starts a job. */
  public static WorkflowRun submit(OozieServer server, Properties properties)
      throws OozieClientException {
    return new WorkflowRun(server, server.client().run(properties));
  }

  /** The job's id. */
  public String id() {
    return id;
  }

  /** Runs the job again with its properties and these, which say what to skip. */
  public WorkflowRun rerun(Map<String, String> more) throws OozieClientException {
    Properties properties = client.createConfiguration();
    properties.putAll(more);
    client.reRun(id, properties);
    return this;
  }

  /** Waits until the job has ended, which it must do with this status. */
  public WorkflowRun endsWith(WorkflowJob.Status status)
      throws OozieClientException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!ENDS.contains(status())) {
      if (Instant.now().isAfter(end)) {
        fail("not ended in " + PATIENCE + ": " + describe());
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    assertThat(status()).as(describe()).isEqualTo(status);
    return this;
  }

  /** Waits until an action has this status. */
  public WorkflowRun awaitAction(String name, WorkflowAction.Status status)
      throws OozieClientException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (client.getJobInfo(id).getActions().stream()
        .noneMatch(action -> action.getName().equals(name) && action.getStatus() == status)) {
      if (Instant.now().isAfter(end) || ENDS.contains(status())) {
        fail(name + " was not " + status + ": " + describe());
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    return this;
  }

  /** An action's facts. */
  public WorkflowAction action(String name) throws OozieClientException {
    return client.getJobInfo(id).getActions().stream()
        .filter(action -> action.getName().equals(name))
        .findFirst()
        .orElseGet(() -> fail("no action " + name + ": " + describe()));
  }

  private WorkflowJob.Status status() throws OozieClientException {
    return client.getJobInfo(id).getStatus();
  }

  /** All that helps to understand the job: its actions, their errors, the launchers' logs. */
  public String describe() {
    try {
      WorkflowJob job = client.getJobInfo(id);
      return id
          + " "
          + job.getStatus()
          + job.getActions().stream().map(WorkflowRun::describe).collect(Collectors.joining());
    } catch (OozieClientException e) {
      return id + ": " + e;
    }
  }

  private static String describe(WorkflowAction action) {
    String text =
        "%n%s %s [%s] %s %s"
            .formatted(
                action.getName(),
                action.getStatus(),
                action.getErrorCode(),
                action.getErrorMessage(),
                action.getData());
    boolean isFailure = action.getErrorCode() != null && action.getExternalId() != null;
    return isFailure ? text + ContainerLogs.tail(action.getExternalId()) : text;
  }
}
