package org.kiramr.bench.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engines of this checkout, and those that the command line adds. */
public final class Engines {
  /** All engines that need no cluster. */
  public static final String ALL_LOCAL = "all-local";

  /** All engines; those on YARN are among them, so that it needs a cluster. */
  public static final String ALL = "all";

  /** The Python that has Debian's packages; a user's own may come first on the PATH. */
  private static final String DEBIAN_PYTHON = "/usr/bin/python3";

  private static final String PYTHON_SETTING = "KIRA_PYTHON";

  private final Path root;
  private final Map<String, Engine> engines = new LinkedHashMap<>();
  private final boolean hasCluster;

  /**
   * @param root of the checkout
   * @param clusterConf HADOOP_CONF_DIR of the cluster, if there is one
   */
  public Engines(Path root, Optional<Path> clusterConf) {
    this.root = root;
    this.hasCluster = clusterConf.isPresent();
    addMapReduce(clusterConf);
    addSpark(clusterConf);
    addC();
    addPython();
  }

  private void addMapReduce(Optional<Path> clusterConf) {
    String kira = root.resolve("mr-jobs/bin/kira").toString();
    List<String> preparation = List.of(kira, "version");
    List<String> extract =
        List.of(
            kira, "extract", "-i", "@" + CommandLineEngine.LIST, "-o", CommandLineEngine.OUTPUT);
    add(exact("mr-local", preparation, extract));
    // the list is a local file even where paths without a scheme are the cluster's
    List<String> onYarn =
        List.of(
            kira,
            "extract",
            "-i",
            "@file://" + CommandLineEngine.LIST,
            "-o",
            CommandLineEngine.OUTPUT);
    clusterConf.ifPresent(
        conf -> {
          add(yarn("mr-yarn", conf, preparation, onYarn));
          add(yarn("mr-yarn-one-file", conf, preparation, with(onYarn, "--one-file-per-map")));
        });
  }

  private void addSpark(Optional<Path> clusterConf) {
    String spark = root.resolve("bench/spark/bin/kira-spark").toString();
    List<String> preparation = List.of(spark, "version");
    for (String mode : List.of("inputformat", "binaryfiles")) {
      String suffix = mode.equals("inputformat") ? "" : "-" + mode;
      List<String> extract =
          List.of(spark, "extract", "-o", CommandLineEngine.OUTPUT, "--mode", mode);
      add(
          exact(
              "spark-local" + suffix,
              preparation,
              with(
                  extract,
                  "--master",
                  "local[" + CommandLineEngine.CORES + "]",
                  "-i",
                  "@" + CommandLineEngine.LIST)));
      clusterConf.ifPresent(
          conf ->
              add(
                  yarn(
                      "spark-yarn" + suffix,
                      conf,
                      preparation,
                      with(with(extract, onYarn()), "-i", "@file://" + CommandLineEngine.LIST))));
    }
  }

  /**
   * Spark on YARN as it would be on a cluster that has Spark, as it has Hadoop: its jars are there,
   * and as many executors of one core as MapReduce has containers.
   */
  private String[] onYarn() {
    return new String[] {
      "--master",
      "yarn",
      "-D",
      "spark.yarn.jars=local:" + root.resolve("bench/spark/target/spark") + "/*",
      "-D",
      "spark.executor.instances=" + CommandLineEngine.CORES,
      "-D",
      "spark.executor.cores=1"
    };
  }

  private void addC() {
    String folder = root.resolve("bench/c").toString();
    List<String> preparation = List.of("make", "-s", "-C", folder);
    add(
        exact(
            "c-batch",
            preparation,
            List.of(
                folder + "/build/kira-c",
                "-v",
                "-j",
                CommandLineEngine.CORES,
                "-o",
                CommandLineEngine.OUTPUT,
                "@" + CommandLineEngine.LIST)));
    add(
        exact(
            "c-process-a-file",
            preparation,
            List.of(
                folder + "/bin/kira-c-process-a-file",
                CommandLineEngine.CORES,
                CommandLineEngine.OUTPUT,
                CommandLineEngine.LIST)));
  }

  private void addPython() {
    String python = Optional.ofNullable(System.getenv(PYTHON_SETTING)).orElse(DEBIAN_PYTHON);
    String script = root.resolve("bench/python/kira_sep.py").toString();
    add(
        new CommandLineEngine(
            "python",
            Place.LOCAL,
            Agreement.CLOSE,
            List.of(python, script, "--version"),
            List.of(
                python,
                script,
                "-v",
                "-j",
                CommandLineEngine.CORES,
                "-o",
                CommandLineEngine.OUTPUT,
                "@" + CommandLineEngine.LIST),
            Map.of()));
  }

  private static Engine exact(String name, List<String> preparation, List<String> command) {
    // a cluster's configuration would send a local engine there
    return new CommandLineEngine(
        name,
        Place.LOCAL,
        Agreement.IDENTICAL,
        preparation,
        command,
        Map.of("HADOOP_CONF_DIR", ""));
  }

  private static Engine yarn(
      String name, Path conf, List<String> preparation, List<String> command) {
    return new CommandLineEngine(
        name,
        Place.CLUSTER,
        Agreement.IDENTICAL,
        preparation,
        command,
        Map.of("HADOOP_CONF_DIR", conf.toString(), "YARN_CONF_DIR", conf.toString()));
  }

  private static List<String> with(List<String> words, String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of(more));
    return all;
  }

  private void add(Engine engine) {
    engines.put(engine.name(), engine);
  }

  /**
   * Adds an engine that is not ours.
   *
   * @param definition {@code NAME=COMMAND}, see {@link CommandLineEngine#external}
   */
  public void addExternal(String definition) {
    int equals = definition.indexOf('=');
    if (equals <= 0) {
      throw new IllegalArgumentException("an engine is NAME=COMMAND, not " + definition);
    }
    String name = definition.substring(0, equals);
    if (engines.containsKey(name)) {
      throw new IllegalArgumentException("there is an engine " + name + " already");
    }
    add(CommandLineEngine.external(name, definition.substring(equals + 1)));
  }

  /**
   * The engines of a list of names, in its order; {@link #ALL} and {@link #ALL_LOCAL} stand for
   * many.
   *
   * @throws IllegalArgumentException if there is no such engine, or it needs a cluster
   */
  public List<Engine> choose(List<String> names) {
    Map<String, Engine> chosen = new LinkedHashMap<>();
    for (String name : names) {
      boolean local = name.equals(ALL_LOCAL);
      if (local || (name.equals(ALL) && hasCluster)) {
        engines.values().stream()
            .filter(engine -> !local || engine.place() == Place.LOCAL)
            .forEach(engine -> chosen.put(engine.name(), engine));
      } else if (engines.containsKey(name)) {
        chosen.put(name, engines.get(name));
      } else {
        throw new IllegalArgumentException(unknown(name));
      }
    }
    return List.copyOf(chosen.values());
  }

  private String unknown(String name) {
    if (!hasCluster && name.equals(ALL)) {
      return "all engines need a cluster: give --conf-dir or --cluster, or choose " + ALL_LOCAL;
    }
    boolean yarn = name.startsWith("mr-yarn") || name.startsWith("spark-yarn");
    return yarn && !hasCluster
        ? "engine " + name + " needs a cluster: give --conf-dir or --cluster"
        : "no such engine: " + name + "; there are " + String.join(", ", engines.keySet());
  }
}
