package org.kiramr.oozie.action;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Publishes what the workflow has extracted as the night's next version. Arguments: {@code
 * workflow}, {@code catalogs}, {@code night}. Output: {@code version}, such as 001, and {@code
 * published}, its directory.
 */
public final class PublishAction {
  private static final Set<String> ARGUMENTS = Set.of("workflow", "catalogs", "night");

  private PublishAction() {}

  /**
   * To be called by Oozie.
   *
   * @throws ActionFailedException if there is nothing to publish, or it cannot be moved
   */
  public static void main(String[] args) throws ActionFailedException {
    Launcher.ofThisProcess().run(PublishAction::run, ARGUMENTS, args);
  }

  static Map<String, String> run(ActionArguments arguments, Configuration conf) throws IOException {
    Store store = Store.of(arguments.get("catalogs"), conf);
    PublishedNight night = new PublishedNight(store, store.night(arguments.get("night")));
    Path version = night.publish(arguments.get("workflow"));
    return Map.of("version", version.getName(), "published", version.toString());
  }
}
