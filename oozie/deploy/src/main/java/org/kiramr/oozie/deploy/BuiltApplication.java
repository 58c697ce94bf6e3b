package org.kiramr.oozie.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/** An application in a local folder. Immutable, as long as nobody changes the folder. */
public final class BuiltApplication {
  private final Application application;

  BuiltApplication(Application application) {
    this.application = application;
  }

  /** The folder. */
  public Path folder() {
    return application.folder();
  }

  /** The {@code job.properties} in it, to submit with. */
  public Path properties() {
    return application.folder().resolve(Application.PROPERTIES);
  }

  /**
   * All that is wrong with it; empty if a server would take it, as far as can be told without one.
   *
   * @throws IOException if a file in the folder cannot be read
   */
  public List<Problem> problems() throws IOException {
    OozieLanguage language = new OozieLanguage();
    List<Check> checks =
        List.of(
            new SchemaCheck(),
            new FlowCheck(),
            new ReferenceCheck(),
            new PropertyCheck(language),
            new FunctionCheck(language),
            new ValueCheck(),
            new WordCheck(),
            new JarCheck(),
            new OptionCheck());
    List<Problem> problems = new ArrayList<>();
    for (Check check : checks) {
      problems.addAll(check.problems(application));
    }
    return problems;
  }

  /**
   * Where it is to be: the property {@code application} with all values put in.
   *
   * @throws IllegalStateException if that cannot be told, which {@link #problems()} explains
   */
  public String path() {
    return application
        .values()
        .get(Application.PATH)
        .orElseThrow(() -> new IllegalStateException("no path: see the problems"));
  }

  /**
   * Uploads the folder to {@link #path()}, which is there whole or not at all. An application that
   * is replaced is gone for the moment between two renames.
   *
   * @param conf how to reach the cluster
   * @param overwrite whether an application of ours that is there is replaced
   * @throws DeployException if something is there that is not to be replaced
   */
  public void upload(Configuration conf, boolean overwrite) throws IOException {
    new Upload(new org.apache.hadoop.fs.Path(path()), conf).run(folder(), overwrite);
  }

  /**
   * The command lines that submit what it has: the bundle, each coordinator, each workflow.
   *
   * @param url the Oozie server's
   * @param file the properties to submit with
   * @param overrides properties that have another value than in the file
   */
  public List<String> commands(String url, Path file, Map<String, String> overrides) {
    return new SubmitCommands(application, url, file, overrides).lines();
  }
}
