package org.kiramr.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.mapreduce.MRConfig;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.kiramr.jobs.run.JobTuning;

/** Frames of 20,000 x 20,000 float pixels on a worker with 4 GB, in a JVM as the job starts it. */
@EnabledIfSystemProperty(
    named = "kira.test.large",
    matches = "true",
    disabledReason = "takes minutes and 3 GB of memory: -Dkira.test.large=true switches it on")
class LargeFrameTest {
  private static final int WORKER_MB = 4096;
  private static final int STARS = 100 * 100;

  @TempDir private Path directory;

  @Test
  void twoOfThemFit() throws Exception {
    Path output = directory.resolve("out.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(workersOptions().split(" ")));
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(LargeFrameMain.class.getName());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int exitCode = process.waitFor();
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(exitCode).as(printed).isZero();
    assertThat(number("HDU 0: (\\d+) sources", printed)).isGreaterThanOrEqualTo(STARS);
    assertThat(number("HDU 1: (\\d+) sources", printed)).isGreaterThanOrEqualTo(STARS);
    assertThat(number("VmHWM:\\s+(\\d+) kB", printed) / 1024).as(printed).isLessThan(WORKER_MB);
  }

  private static String workersOptions() {
    JobConf conf = new JobConf();
    conf.set(MRConfig.FRAMEWORK_NAME, "yarn");
    conf.setInt(MRJobConfig.MAP_MEMORY_MB, WORKER_MB);
    JobTuning.apply(conf);
    JobTuning.reserveFrameMemory(conf);
    return conf.get(MRJobConfig.MAP_JAVA_OPTS);
  }

  private static long number(String pattern, String printed) {
    Matcher matcher = Pattern.compile(pattern).matcher(printed);
    assertThat(matcher.find()).as(printed).isTrue();
    return Long.parseLong(matcher.group(1));
  }
}
