package org.kiramr.jobs.run;

import java.io.IOException;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.mapreduce.MRConfig;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.apache.hadoop.mapreduce.TaskType;
import org.apache.hadoop.mapreduce.lib.output.FileOutputCommitter;
import org.kiramr.fits.FrameMemory;
import org.kiramr.fits.FrameReaderOptions;
import org.kiramr.fits.mapreduce.FitsInputKeys;

/** Hadoop's own settings for jobs of this suite; what the user has set is left alone. */
public final class JobTuning {
  /** Heap of a map task beside Hadoop's sort buffer, at least; MB. */
  private static final long LEAST_HEAP = 192;

  /** Map tasks that the local runner runs at once. */
  public static final String LOCAL_MAPS = "mapreduce.local.map.tasks.maximum";

  /**
   * What the reduce tasks of this process may hold of the shuffle together, as a part of its heap.
   */
  private static final double LOCAL_SHUFFLE = 0.4;

  private JobTuning() {}

  /** Whether the job will run in this process. */
  public static boolean isLocal(Configuration conf) {
    return MRConfig.LOCAL_FRAMEWORK_NAME.equals(
        conf.get(MRConfig.FRAMEWORK_NAME, MRConfig.LOCAL_FRAMEWORK_NAME));
  }

  /**
   * Map tasks that can run at once: this machine's cores; on a cluster what its nodes have room
   * for. To be called after {@link #apply}.
   */
  public static int taskSlots(Configuration conf) throws IOException {
    return isLocal(conf)
        ? conf.getInt(LOCAL_MAPS, Runtime.getRuntime().availableProcessors())
        : YarnSlots.of(conf);
  }

  /** Sets what both the local runner and a cluster need. */
  public static void apply(Configuration conf) {
    // with a map for each file the index of the splits outgrows Hadoop's limit of 10 MB
    setDefault(conf, MRJobConfig.SPLIT_METAINFO_MAXSIZE, "-1");
    // Hadoop's default, 2, can leave rows of a task that failed while it committed
    setDefault(conf, FileOutputCommitter.FILEOUTPUTCOMMITTER_ALGORITHM_VERSION, "1");
    if (isLocal(conf)) {
      applyLocal(conf);
    } else {
      applyCluster(conf);
    }
  }

  private static void applyLocal(Configuration conf) {
    int cores = Runtime.getRuntime().availableProcessors();
    setDefault(conf, LOCAL_MAPS, Integer.toString(cores));
    setDefault(conf, "mapreduce.local.reduce.tasks.maximum", Integer.toString(cores));
    // each reduce task would take most of the heap, as if it had one to itself
    setDefault(
        conf,
        MRJobConfig.SHUFFLE_INPUT_BUFFER_PERCENT,
        String.format(Locale.ROOT, "%.4f", LOCAL_SHUFFLE / cores));
    // tasks report to the runner in the same process: often enough to be watched
    setDefault(conf, MRJobConfig.TASK_PROGRESS_REPORT_INTERVAL, "1000");
    setDefault(conf, NioLocalFileSystem.KEY, NioLocalFileSystem.class.getName());
    // a whole sort buffer is cleared for each task; a task's catalogues are much smaller
    setDefault(conf, MRJobConfig.IO_SORT_MB, "32");
  }

  private static void applyCluster(Configuration conf) {
    // an older JNA on the cluster's class path must not win
    setDefault(conf, MRJobConfig.MAPREDUCE_JOB_USER_CLASSPATH_FIRST, "true");
    // what is shuffled is small beside the maps' work: a reduce task that waited for maps would
    // only hold a container that a map could have
    setDefault(conf, MRJobConfig.COMPLETED_MAPS_FOR_REDUCE_SLOWSTART, "1");
    if (isHeapHadoops(conf)) {
      setDefault(conf, MRJobConfig.MAP_MEMORY_MB, "2048");
    }
  }

  /**
   * Parts the containers of map tasks that hold frames: a small heap, and most for frames, which
   * lie outside of it. Whoever sizes heaps himself knows better; frames get a limit all the same.
   * Does nothing for a job in this process. To be called after {@link #apply}.
   */
  public static void reserveFrameMemory(Configuration conf) {
    if (isLocal(conf)) {
      return;
    }
    if (isHeapHadoops(conf)) {
      conf.set(
          MRJobConfig.MAP_JAVA_OPTS,
          String.format(
              Locale.ROOT,
              "-Xmx%dm " + FrameContainer.FRAME_MEMORY_OPTION + "%dm",
              heapMegabytes(conf),
              frameMegabytes(conf)));
    } else {
      limitFrameMemory(conf);
    }
  }

  private static boolean isHeapHadoops(Configuration conf) {
    return isHadoopsDefault(conf, MRJobConfig.MAP_JAVA_OPTS)
        && isHadoopsDefault(conf, "mapred.child.java.opts");
  }

  /** Adds the limit of the memory for frames to options of somebody else, unless it is there. */
  private static void limitFrameMemory(Configuration conf) {
    String options = conf.get(MRJobConfig.MAP_JAVA_OPTS, "");
    if (options.isBlank()) {
      options = conf.get("mapred.child.java.opts", "");
    }
    if (!options.contains(FrameContainer.FRAME_MEMORY_OPTION)) {
      conf.set(
          MRJobConfig.MAP_JAVA_OPTS,
          options + " " + FrameContainer.FRAME_MEMORY_OPTION + frameMegabytes(conf) + "m");
    }
  }

  private static long heapMegabytes(Configuration conf) {
    long container = new JobConf(conf).getMemoryRequired(TaskType.MAP);
    // the sort buffer is part of the heap, and all of it is taken at once
    long sortBuffer = conf.getInt(MRJobConfig.IO_SORT_MB, MRJobConfig.DEFAULT_IO_SORT_MB);
    return Math.max(Math.round(FrameContainer.HEAP * container), sortBuffer + LEAST_HEAP);
  }

  private static long frameMegabytes(Configuration conf) {
    long container = new JobConf(conf).getMemoryRequired(TaskType.MAP);
    return FrameContainer.frames(container, heapMegabytes(conf));
  }

  /**
   * Bytes that one frame may take so that no task runs out of memory: in this process the tasks
   * share what there is; a container has its size.
   */
  public static long frameBytes(Configuration conf, int slots) {
    double memory =
        isLocal(conf) ? (double) FrameMemory.limit() / slots : frameMegabytes(conf) << 20;
    return Math.round(FrameReaderOptions.DEFAULT_MEMORY_FRACTION * memory);
  }

  /**
   * Limits frames to {@link #frameBytes}, unless {@link FitsInputKeys#MAX_FRAME_BYTES} is set.
   *
   * @return the limit in force, bytes
   */
  public static long limitFrames(Configuration conf, int slots) {
    if (conf.get(FitsInputKeys.MAX_FRAME_BYTES) == null) {
      conf.setLong(FitsInputKeys.MAX_FRAME_BYTES, frameBytes(conf, slots));
    }
    return conf.getLong(FitsInputKeys.MAX_FRAME_BYTES, 0);
  }

  /**
   * Sets a key unless the user or the cluster's administrator has; Hadoop's own defaults give way.
   */
  private static void setDefault(Configuration conf, String key, String value) {
    if (isHadoopsDefault(conf, key)) {
      conf.set(key, value);
    }
  }

  private static boolean isHadoopsDefault(Configuration conf, String key) {
    String[] sources = conf.getPropertySources(key);
    return sources == null || sources[0].endsWith("-default.xml");
  }
}
