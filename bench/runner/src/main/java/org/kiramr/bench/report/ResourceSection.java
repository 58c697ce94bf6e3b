package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.List;
import org.kiramr.bench.page.Numbers;
import org.kiramr.bench.page.Page;

/** Cores, memory, bytes, cold and warm caches. */
final class ResourceSection {
  private ResourceSection() {}

  static void write(Page page, Analysis analysis) {
    scaling(page, analysis.scaling());
    page.heading("Memory and bytes");
    page.paragraph(
        "Medians with the most frames. *Peak memory* is the largest sum of what all processes held"
            + " at one moment, cluster's daemons included; a page that processes share counts for"
            + " each. *Read* and *written* count what went through the system's calls, sockets"
            + " included, so a byte that went through HDFS counts more than once.");
    List<List<String>> rows = new ArrayList<>();
    for (SeriesAnalysis series : analysis.series()) {
      Medians at = series.largest();
      rows.add(
          List.of(
              series.key().dataSet(),
              series.key().label(),
              Integer.toString(at.frames()),
              Numbers.bytes(at.peakMemoryBytes()),
              Numbers.bytes(at.inputBytes()),
              Numbers.bytes(at.readBytes()),
              Numbers.bytes(at.writtenBytes()),
              Numbers.ratio(at.coresUsed())));
    }
    page.table(
        List.of(
            "data set",
            "engine",
            "frames:",
            "peak memory:",
            "input:",
            "read:",
            "written:",
            "cores used, whole run:"),
        rows);
    coldWarm(page, analysis.coldWarm());
  }

  private static void scaling(Page page, List<Scaling> scaling) {
    if (scaling.isEmpty()) {
      return;
    }
    page.heading("More cores");
    page.paragraph(
        "*Speed-up*: marginal wall time with fewer cores divided by that with more. *Efficiency*: the"
            + " speed-up by the factor of cores; 1 would be perfect. Cores of one processor share"
            + " its memory, and two hardware threads of one core share the core, so that even"
            + " independent processes stay below 1.");
    page.table(
        List.of("data set", "engine", "from cores:", "to cores:", "speed-up:", "efficiency:"),
        scaling.stream()
            .map(
                one ->
                    List.of(
                        one.key().dataSet(),
                        one.key().engine() + (one.key().cold() ? ", cold" : ""),
                        Integer.toString(one.fromCores()),
                        Integer.toString(one.key().cores()),
                        Numbers.ratio(one.speedUp()),
                        Numbers.ratio(one.efficiency())))
            .toList());
  }

  private static void coldWarm(Page page, List<ColdWarm> pairs) {
    if (pairs.isEmpty()) {
      return;
    }
    page.heading("Cold and warm");
    page.paragraph("Median wall time with the input on the disk only, and in the page cache.");
    page.table(
        List.of("data set", "engine", "frames:", "cold, s:", "warm, s:", "cold by warm:"),
        pairs.stream()
            .map(
                pair ->
                    List.of(
                        pair.key().dataSet(),
                        pair.key().engine() + " ×" + pair.key().cores(),
                        Integer.toString(pair.frames()),
                        Numbers.seconds(pair.coldSeconds()),
                        Numbers.seconds(pair.warmSeconds()),
                        Numbers.ratio(pair.coldSeconds() / pair.warmSeconds())))
            .toList());
  }
}
