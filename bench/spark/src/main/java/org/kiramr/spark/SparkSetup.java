package org.kiramr.spark;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.MRConfig;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.KryoSerializer;
import org.kiramr.fits.mapreduce.FitsInputKeys;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.run.JobTuning;

/** Spark's settings for a run, and what they mean for its plan. */
final class SparkSetup {
  private static final String MASTER = "spark.master";
  private static final String JARS = "spark.jars";
  private static final String DIST_JARS = "spark.yarn.dist.jars";
  private static final String EXECUTOR_CLASS_PATH = "spark.executor.extraClassPath";

  /** Before the keys of Hadoop in Spark's configuration. */
  private static final String HADOOP = "spark.hadoop.";

  private static final Pattern COMMA = Pattern.compile(",");

  private SparkSetup() {}

  /**
   * Spark's configuration: the keys {@code spark.*} of the job's configuration, else what {@code
   * spark-submit} or the JVM's properties say, else what suits these jobs.
   *
   * @throws org.kiramr.jobs.cli.UsageException if the master is none that jobs of ours run on
   */
  static SparkConf conf(Configuration conf) {
    SparkConf spark = new SparkConf();
    conf.getPropsWithPrefix("spark.").forEach((key, value) -> spark.set("spark." + key, value));
    spark.set(MASTER, master(conf, spark));
    spark.set("spark.serializer", KryoSerializer.class.getName());
    spark.set("spark.kryo.registrator", ShuffleRegistrator.class.getName());
    // an empty file is a reject, and not nothing
    spark.set("spark.hadoopRDD.ignoreEmptySplits", "false");
    // its web server would take a second
    spark.setIfMissing("spark.ui.enabled", "false");
    if (SparkSettings.MODE.get(conf).equals(SparkSettings.BINARY_FILES)) {
      BinaryFilesInput.pack(spark);
    }
    if (isLocal(spark)) {
      // the name of this machine need not lead to it
      spark.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      spark.setIfMissing("spark.driver.host", "localhost");
    } else {
      ExecutorMemory.of(spark).apply(spark);
      shipJar(spark);
    }
    return spark;
  }

  /**
   * Has Spark's own configuration of Hadoop, by which it finds file systems and YARN, say what the
   * user has said to ours. To be called before anybody else changes it.
   *
   * @param conf gets keys {@code spark.hadoop.*}; those that are there stay
   */
  static void shareHadoopKeys(Configuration conf) {
    // Spark reads the same: Hadoop's defaults, and the files of HADOOP_CONF_DIR
    Configuration known = new Configuration();
    Map<String, String> shared = new HashMap<>();
    for (Map.Entry<String, String> entry : conf) {
      String key = entry.getKey();
      boolean hadoops = !key.startsWith("spark.") && !key.startsWith(Setting.PREFIX);
      String value = conf.getRaw(key);
      if (hadoops && !Objects.equals(value, known.getRaw(key))) {
        shared.put(HADOOP + key, value);
      }
    }
    shared.forEach(conf::setIfUnset);
  }

  private static String master(Configuration conf, SparkConf spark) {
    String master = SparkSettings.MASTER.get(conf);
    if (master != null) {
      return master;
    }
    String given = spark.get(MASTER, "local[*]");
    try {
      return SparkSettings.master(given);
    } catch (IllegalArgumentException e) {
      throw new UsageException(MASTER + " " + given + ": " + e.getMessage());
    }
  }

  /**
   * Tells the job's configuration where it runs, so that it is planned as MapReduce would plan it
   * there: same slots, same splits, same partitions of the shuffle.
   */
  static void plan(Configuration conf, SparkConf spark) {
    boolean local = isLocal(spark);
    conf.set(MRConfig.FRAMEWORK_NAME, local ? "local" : "yarn");
    if (local) {
      conf.setInt(JobTuning.LOCAL_MAPS, threads(spark));
    } else {
      conf.setInt(MRJobConfig.MAP_MAX_ATTEMPTS, spark.getInt("spark.task.maxFailures", 4));
      if (conf.get(FitsInputKeys.MAX_FRAME_BYTES) == null) {
        conf.setLong(FitsInputKeys.MAX_FRAME_BYTES, ExecutorMemory.of(spark).frameBytes());
      }
    }
    JobTuning.apply(conf);
  }

  static boolean isLocal(SparkConf spark) {
    return spark.get(MASTER).startsWith("local");
  }

  private static int threads(SparkConf spark) {
    String master = spark.get(MASTER);
    int bracket = master.indexOf('[');
    if (bracket < 0) {
      return 1;
    }
    String number = master.substring(bracket + 1, master.length() - 1);
    return number.equals("*")
        ? Runtime.getRuntime().availableProcessors()
        : Integer.parseInt(number);
  }

  /**
   * Has executors find our classes before all others, in their working directory: an older JNA on
   * the class path of a cluster's nodes must not win. {@code spark.executor.userClassPathFirst}
   * would have them loaded beside Spark's, by another class loader.
   */
  private static void shipJar(SparkConf spark) {
    Path jar =
        Path.of(
            URI.create(
                KiraSpark.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    if (!Files.isRegularFile(jar)) {
      return;
    }
    String name = String.valueOf(jar.getFileName());
    // spark-submit names it here, which executors load later, and after all others
    spark.set(JARS, joined(",", without(name, spark.get(JARS, ""))));
    String[] others = without(name, spark.get(DIST_JARS, ""));
    spark.set(DIST_JARS, joined(",", joined(",", others), jar.toUri().toString()));
    spark.set(EXECUTOR_CLASS_PATH, joined(":", name, spark.get(EXECUTOR_CLASS_PATH, "")));
  }

  private static String[] without(String name, String jars) {
    return COMMA
        .splitAsStream(jars)
        .filter(jar -> !jar.equals(name) && !jar.endsWith("/" + name))
        .toArray(String[]::new);
  }

  private static String joined(String separator, String... parts) {
    return Arrays.stream(parts)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(separator));
  }
}
