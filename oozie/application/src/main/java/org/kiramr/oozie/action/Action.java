package org.kiramr.oozie.action;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/** What an action does, apart from where it runs. */
@FunctionalInterface
interface Action {
  /**
   * Does the work.
   *
   * @param arguments of the action; every one has to be asked for
   * @param conf the action's configuration, free to be changed
   * @return what the workflow can ask for by {@code wf:actionData}
   * @throws Exception with the reason, if the action failed
   */
  Map<String, String> run(ActionArguments arguments, Configuration conf) throws Exception;
}
