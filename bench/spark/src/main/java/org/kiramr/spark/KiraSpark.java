package org.kiramr.spark;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.apache.spark.package$;
import org.kiramr.jobs.Commands;
import org.kiramr.jobs.Driver;
import org.kiramr.jobs.cli.ExitCode;
import org.kiramr.jobs.cli.KiraTool;
import org.kiramr.jobs.extract.ExtractCommand;
import org.kiramr.jobs.run.Versions;

/** The driver on Spark, for the launcher {@code kira-spark} and for {@code spark-submit}. */
public final class KiraSpark {
  private static final String PROGRAM = SparkEngine.PROGRAM;

  private KiraSpark() {}

  /** Runs a command and ends the process with its {@link ExitCode}. */
  public static void main(String[] args) {
    System.exit(Driver.run(KiraSpark.class, PROGRAM, args, KiraSpark::run));
  }

  private static int run(String[] args, PrintStream out, PrintStream err) {
    String about = "Finds stars and galaxies in FITS images with SEP, on Spark.";
    Map<String, String> versions = Versions.ofClient();
    versions.put("spark", package$.MODULE$.SPARK_VERSION());
    List<KiraTool> tools = List.of(new ExtractCommand(out, new SparkEngine()));
    return new Commands(PROGRAM, about, versions, tools, out, err).run(args);
  }
}
