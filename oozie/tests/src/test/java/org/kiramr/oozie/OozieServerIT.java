package org.kiramr.oozie;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.oozie.client.OozieClient;
import org.apache.oozie.client.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kiramr.cluster.MiniHadoop;
import org.kiramr.cluster.MiniHadoopExtension;
import org.kiramr.oozie.server.OozieExtension;
import org.kiramr.oozie.server.OozieServer;
import org.kiramr.oozie.server.WorkflowRun;

/** The server and the cluster work together, before anything of ours is asked of them. */
@ExtendWith({MiniHadoopExtension.class, OozieExtension.class})
class OozieServerIT {
  private static final String WORKFLOW =
      """
      <workflow-app xmlns="uri:oozie:workflow:1.0" name="trivial">
        <start to="make"/>
        <action name="make">
          <fs><mkdir path="${nameNode}/trivial/made"/></fs>
          <ok to="version"/>
          <error to="failed"/>
        </action>
        <action name="version">
          <java>
            <resource-manager>${resourceManager}</resource-manager>
            <name-node>${nameNode}</name-node>
            <main-class>org.apache.hadoop.util.VersionInfo</main-class>
          </java>
          <ok to="end"/>
          <error to="failed"/>
        </action>
        <kill name="failed"><message>${wf:errorMessage(wf:lastErrorNode())}</message></kill>
        <end name="end"/>
      </workflow-app>
      """;

  @Test
  void runsAnActionOfEachKind(OozieServer oozie, MiniHadoop hadoop) throws Exception {
    FileSystem hdfs = hadoop.fileSystem();
    Path application = hdfs.makeQualified(new Path("/apps/trivial"));
    try (FSDataOutputStream out = hdfs.create(new Path(application, "workflow.xml"))) {
      out.write(WORKFLOW.getBytes(StandardCharsets.UTF_8));
    }
    Properties properties = oozie.client().createConfiguration();
    properties.setProperty(OozieClient.APP_PATH, application.toString());
    properties.setProperty("nameNode", hdfs.getUri().toString());
    properties.setProperty(
        "resourceManager", hadoop.resourceManager());
    WorkflowRun.submit(oozie, properties).endsWith(WorkflowJob.Status.SUCCEEDED);
    assertThat(hdfs.exists(new Path("/trivial/made"))).isTrue();
  }
}
