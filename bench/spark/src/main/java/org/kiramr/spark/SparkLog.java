package org.kiramr.spark;

import java.io.IOException;
import java.io.PrintStream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.AppenderComponentBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;
import org.kiramr.jobs.run.HadoopLog;

/** Where the log of this process goes, as {@link HadoopLog}; Spark logs through Log4j 2. */
final class SparkLog {
  private static final String LAYOUT = "%d{ISO8601} %-5p [%t] %c{2}: %m%n";
  private static final String APPENDER = "log";

  private SparkLog() {}

  /** Shows the log on standard error, or keeps it in a file and says in which. */
  static void start(String command, boolean verbose, PrintStream out) throws IOException {
    ConfigurationBuilder<BuiltConfiguration> builder =
        ConfigurationBuilderFactory.newConfigurationBuilder();
    AppenderComponentBuilder appender;
    if (verbose) {
      appender = builder.newAppender(APPENDER, "Console").addAttribute("target", "SYSTEM_ERR");
    } else {
      String file = HadoopLog.newFile(command).toString();
      out.println("Spark's log: " + file);
      appender = builder.newAppender(APPENDER, "File").addAttribute("fileName", file);
    }
    appender.add(builder.newLayout("PatternLayout").addAttribute("pattern", LAYOUT));
    builder.add(appender);
    builder.add(builder.newRootLogger(Level.INFO).add(builder.newAppenderRef(APPENDER)));
    Configurator.reconfigure(builder.build());
  }
}
