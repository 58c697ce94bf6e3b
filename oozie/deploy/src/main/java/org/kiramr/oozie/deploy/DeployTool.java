package org.kiramr.oozie.deploy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileUtil;
import org.kiramr.jobs.Causes;
import org.kiramr.jobs.cli.ExitCode;
import org.kiramr.jobs.cli.UsageException;

/** {@code oozie-deploy}: builds, checks, uploads, and says how to submit. */
final class DeployTool {
  private final ApplicationSources shipped;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  DeployTool(
      ApplicationSources shipped,
      Map<String, String> environment,
      PrintStream out,
      PrintStream err) {
    this.shipped = shipped;
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  /** Returns an {@link ExitCode}. */
  int run(String... args) {
    try {
      DeployOptions options = DeployOptions.parse(args);
      if (options.isHelp()) {
        DeployOptions.printHelp(out);
        return ExitCode.DONE;
      }
      return deploy(options);
    } catch (UsageException e) {
      err.println("oozie-deploy: " + e.getMessage());
      err.println("Try 'oozie-deploy --help'.");
      return ExitCode.USAGE;
    } catch (IOException | IllegalArgumentException e) {
      // the second: a host that nobody knows, as Hadoop tells it
      err.println("oozie-deploy: " + told(e));
      return ExitCode.FAILED;
    }
  }

  /** Some of the JDK's exceptions have a file's name for a message, and the reason in their own. */
  private static String told(Exception e) {
    String kind = e instanceof FileSystemException ? e.getClass().getSimpleName() + ": " : "";
    return kind + Causes.inOneLine(e);
  }

  private int deploy(DeployOptions options) throws IOException {
    if (options.output() != null) {
      return deploy(options, options.output());
    }
    Path folder = Files.createTempDirectory("oozie-deploy-");
    try {
      return deploy(options, folder);
    } finally {
      FileUtil.fullyDelete(folder.toFile());
    }
  }

  private int deploy(DeployOptions options, Path folder) throws IOException {
    BuiltApplication application = build(options, folder);
    List<Problem> problems = application.problems();
    if (!problems.isEmpty()) {
      problems.forEach(problem -> err.println("oozie-deploy: " + problem));
      err.println("oozie-deploy: problems: " + problems.size() + "; nothing is uploaded");
      return ExitCode.FAILED;
    }
    if (options.isCheckOnly()) {
      out.println("checked, nothing wrong: " + application.path());
    } else {
      application.upload(new Configuration(), options.isOverwrite());
      out.println("uploaded: " + application.path());
    }
    out.println("to submit:");
    commands(options, application).forEach(command -> out.println("  " + command));
    return ExitCode.DONE;
  }

  private BuiltApplication build(DeployOptions options, Path folder) throws IOException {
    ApplicationSources sources = sources(options);
    Path file = properties(options, sources);
    if (!Files.isRegularFile(file)) {
      throw new UsageException(file + ": there is no such file");
    }
    PropertiesFile properties = PropertiesFile.read(file);
    if (options.isEmr()) {
      properties = EmrVariant.of(properties, options.primary(), options.bucket());
    }
    return new Deployer(sources).build(Deployer.override(properties, options.overrides()), folder);
  }

  /** A folder that is not kept has no properties to submit with: the operator's are named. */
  private List<String> commands(DeployOptions options, BuiltApplication application) {
    String url = options.url(environment);
    if (options.output() != null) {
      return application.commands(url, application.properties(), Map.of());
    }
    Path file = properties(options, sources(options));
    return application.commands(url, file, options.overrides());
  }

  private ApplicationSources sources(DeployOptions options) {
    Path definitions = options.definitions();
    return definitions == null ? shipped : shipped.withDefinitions(definitions);
  }

  private static Path properties(DeployOptions options, ApplicationSources sources) {
    return options.properties() == null ? sources.properties() : options.properties();
  }
}
