package org.kiramr.oozie.deploy;

import java.io.PrintStream;
import java.nio.file.Path;
import org.kiramr.jobs.Driver;
import org.kiramr.jobs.run.HadoopLog;

/** The program that the launcher starts. */
public final class OozieDeploy {
  /** The system property that names the root of the checkout; the launcher sets it. */
  private static final String CHECKOUT = "kira.oozie.checkout";

  private OozieDeploy() {}

  /** Deploys, and ends the process with 0 (done), 1 (failed) or 2 (wrong usage). */
  public static void main(String[] args) {
    System.exit(Driver.run(OozieDeploy.class, "oozie-deploy", args, OozieDeploy::run));
  }

  private static int run(String[] args, PrintStream out, PrintStream err) {
    HadoopLog.quiet();
    Path checkout = Path.of(System.getProperty(CHECKOUT, "")).toAbsolutePath();
    return new DeployTool(ApplicationSources.inCheckout(checkout), System.getenv(), out, err)
        .run(args);
  }
}
