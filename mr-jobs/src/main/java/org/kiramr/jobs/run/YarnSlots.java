package org.kiramr.jobs.run;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.apache.hadoop.mapreduce.TaskType;
import org.apache.hadoop.yarn.api.records.NodeReport;
import org.apache.hadoop.yarn.api.records.NodeState;
import org.apache.hadoop.yarn.api.records.Resource;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.exceptions.YarnException;

/**
 * How many map tasks a YARN cluster runs at once if it has nothing else to do: what its nodes have
 * of memory and cores. Hadoop's own answer is ten a node, whatever the node.
 */
final class YarnSlots {
  private YarnSlots() {}

  /**
   * Asks the cluster.
   *
   * @return at least 1; the application master's container is not counted
   */
  static int of(Configuration conf) throws IOException {
    try (YarnClient client = YarnClient.createYarnClient()) {
      client.init(new YarnConfiguration(conf));
      client.start();
      long megabytes = new JobConf(conf).getMemoryRequired(TaskType.MAP);
      int cores = conf.getInt(MRJobConfig.MAP_CPU_VCORES, MRJobConfig.DEFAULT_MAP_CPU_VCORES);
      long slots = 0;
      for (NodeReport node : client.getNodeReports(NodeState.RUNNING)) {
        slots += slots(node.getCapability(), megabytes, cores);
      }
      return Math.toIntExact(Math.max(1, slots - 1));
    } catch (YarnException e) {
      throw new IOException("the cluster does not tell its size: " + e.getMessage(), e);
    }
  }

  private static long slots(Resource node, long megabytes, int cores) {
    return Math.min(
        node.getMemorySize() / Math.max(1, megabytes), node.getVirtualCores() / Math.max(1, cores));
  }
}
