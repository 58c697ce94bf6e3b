package org.kiramr.oozie.action;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.mapreduce.MRJobConfig;

/**
 * Oozie's launcher as the main class of a java action meets it: a process in a container, with the
 * action's configuration in one file, a place for its output in another, and the tokens that were
 * got for its user in a third.
 */
final class Launcher {
  /** System property: the file of the action's configuration. */
  static final String CONFIGURATION = "oozie.action.conf.xml";

  /** System property: the file for the action's output. */
  static final String OUTPUT = "oozie.action.output.properties";

  /** What marks the jobs of an action, so that Oozie finds them to kill them. */
  static final String JOB_TAGS = "oozie.child.mapreduce.job.tags";

  /** Environment variable: the file of the tokens. */
  static final String TOKENS = "HADOOP_TOKEN_FILE_LOCATION";

  private final UnaryOperator<String> properties;
  private final UnaryOperator<String> environment;

  /**
   * @param properties finds a system property
   * @param environment finds an environment variable
   */
  Launcher(UnaryOperator<String> properties, UnaryOperator<String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /** The launcher that this process is. */
  static Launcher ofThisProcess() {
    return new Launcher(System::getProperty, System::getenv);
  }

  /** Runs an action as the {@code main} of a process in a launcher. */
  void run(Action action, Set<String> names, String[] arguments) throws ActionFailedException {
    try {
      write(action.run(new ActionArguments(arguments, names), configuration()));
    } catch (Exception | LinkageError e) {
      // Oozie tells its user the message, and writes the stack trace to the launcher's log
      throw new ActionFailedException(e);
    }
  }

  /**
   * The configuration of this node and, above it, of the action. Oozie hands over all of Hadoop's
   * defaults, too: those are left out, or they would count as set by the user and hide what the
   * node's own files say.
   */
  Configuration configuration() {
    File file = file(CONFIGURATION);
    Configuration action = new Configuration(false);
    action.addResource(new org.apache.hadoop.fs.Path(file.toURI()));
    Configuration conf = new JobConf();
    for (Map.Entry<String, String> entry : action) {
      if (!isDefault(action, entry.getKey())) {
        conf.set(entry.getKey(), entry.getValue());
      }
    }
    addTags(conf);
    String tokens = environment.apply(TOKENS);
    if (tokens != null) {
      conf.set(MRJobConfig.MAPREDUCE_JOB_CREDENTIALS_BINARY, tokens);
    }
    return conf;
  }

  private static boolean isDefault(Configuration action, String key) {
    String[] sources = action.getPropertySources(key);
    return sources != null && sources[0].endsWith("-default.xml");
  }

  private static void addTags(Configuration conf) {
    String ours = conf.get(JOB_TAGS);
    if (ours == null) {
      return;
    }
    // the launcher may have set them for the whole process already
    String others = conf.get(MRJobConfig.JOB_TAGS, "");
    if (!Set.of(others.split(",")).contains(ours)) {
      conf.set(MRJobConfig.JOB_TAGS, others.isEmpty() ? ours : others + "," + ours);
    }
  }

  private void write(Map<String, String> output) throws IOException {
    Properties lines = new Properties();
    output.forEach((name, value) -> lines.setProperty(name, PlainText.of(value)));
    try (OutputStream out = Files.newOutputStream(file(OUTPUT).toPath())) {
      lines.store(out, null);
    }
  }

  private File file(String property) {
    String name = properties.apply(property);
    if (name == null) {
      throw new IllegalStateException(
          "no system property " + property + ": this is no launcher of Oozie");
    }
    return Path.of(name).toFile();
  }
}
