package org.kiramr.oozie.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * The files that an Oozie server reads and writes: its configuration, a web application's folder,
 * logs. Immutable.
 *
 * @param directory where they are
 * @param port the server's
 * @param mailPort of the server for its e-mail
 */
record OozieSite(Path directory, int port, int mailPort) {
  private static final String ACTIONS = "org.apache.oozie.action.";

  /** What the application and the tests use; others would want libraries of their own. */
  private static final List<String> EXECUTORS =
      List.of(
          ACTIONS + "decision.DecisionActionExecutor",
          ACTIONS + "hadoop.FsActionExecutor",
          ACTIONS + "hadoop.JavaActionExecutor",
          ACTIONS + "hadoop.MapReduceActionExecutor",
          ACTIONS + "email.EmailActionExecutor");

  private static final String LOG4J =
      """
      log4j.rootLogger=INFO, oozie
      log4j.logger.openjpa=WARN
      log4j.appender.oozie=org.apache.log4j.FileAppender
      log4j.appender.oozie.File=${oozie.log.dir}/oozie.log
      log4j.appender.oozie.layout=org.apache.log4j.PatternLayout
      log4j.appender.oozie.layout.ConversionPattern=%d{ISO8601} %5p %c{1}:%L - SERVER[${oozie.instance.id}] %m%n
      """;

  /** Writes all that the server wants to find. */
  void write(Path hadoopConfiguration) throws IOException {
    // Settings of single actions: none, but the server looks for their folder.
    Path actions = configuration().resolve("action-conf");
    for (Path folder : List.of(actions, data(), logs(), classes().resolve("webapp"))) {
      Files.createDirectories(folder);
    }
    // The server looks for its pages; nobody here does.
    Files.writeString(
        classes().resolve("webapp/index.html"), "<!DOCTYPE html><title>Oozie</title>");
    Files.writeString(configuration().resolve("oozie-log4j.properties"), LOG4J);
    try (OutputStream out = Files.newOutputStream(configuration().resolve("oozie-site.xml"))) {
      settings(hadoopConfiguration).writeXml(out);
    }
  }

  /** What clients, and the launchers when they call back, ask. */
  String url() {
    return "http://localhost:" + port + "/oozie";
  }

  Path configuration() {
    return directory.resolve("conf");
  }

  Path data() {
    return directory.resolve("data");
  }

  Path logs() {
    return directory.resolve("logs");
  }

  /** For the server's class path. */
  Path classes() {
    return directory.resolve("classes");
  }

  private Configuration settings(Path hadoopConfiguration) {
    Configuration conf = new Configuration(false);
    conf.set("oozie.http.hostname", "localhost");
    conf.setInt("oozie.http.port", port);
    conf.set("oozie.base.url", url());
    conf.set("oozie.service.JPAService.jdbc.driver", "org.hsqldb.jdbcDriver");
    conf.set("oozie.service.JPAService.jdbc.url", "jdbc:hsqldb:mem:oozie");
    conf.setBoolean("oozie.service.JPAService.create.db.schema", true);
    conf.setStrings(
        "oozie.service.ActionService.executor.classes", EXECUTORS.toArray(String[]::new));
    conf.set(
        "oozie.service.HadoopAccessorService.hadoop.configurations", "*=" + hadoopConfiguration);
    conf.setBoolean("oozie.service.ShareLibService.fail.fast.on.startup", true);
    conf.setInt("oozie.email.smtp.port", mailPort);
    // Small and soon.
    conf.setInt("oozie.launcher.default.memory.mb", 512);
    conf.setInt("oozie.service.CoordMaterializeTriggerService.lookup.interval", 2);
    conf.setInt("oozie.service.StatusTransitService.statusTransit.interval", 2);
    conf.setInt("oozie.service.coord.input.check.requeue.interval", 2000);
    conf.setInt("oozie.service.ActionCheckerService.action.check.interval", 5);
    conf.setInt("oozie.service.CallableQueueService.callable.concurrency", 10);
    conf.setInt("oozie.command.default.requeue.delay", 500);
    return conf;
  }
}
