package org.kiramr.bench.emr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A run that was ordered, as a line of {@code plan.tsv} tells it.
 *
 * @param name of the run: that of its step, and of the directory with what was collected
 * @param engine the engine's name
 * @param frames frames that it was given
 * @param repeat counted from 1
 * @param turn counted from 1
 * @param output where it wrote, an S3 URI
 */
record PlannedRun(String name, String engine, int frames, int repeat, int turn, String output) {
  private static final int FIELDS = 6;

  /**
   * Reads a plan.
   *
   * @throws IOException if it is not there, or is no plan; the message names file and line
   */
  static List<PlannedRun> read(Path file) throws IOException {
    List<PlannedRun> runs = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.startsWith("#") && !line.isBlank()) {
        runs.add(parse(line, file + ", line " + number));
      }
    }
    if (runs.isEmpty()) {
      throw new IOException(file + ": a plan without runs");
    }
    return runs;
  }

  private static PlannedRun parse(String line, String place) throws IOException {
    String[] fields = line.split("\t", -1);
    if (fields.length != FIELDS) {
      throw new IOException(place + ": not " + FIELDS + " fields parted by tabs");
    }
    try {
      return new PlannedRun(
          fields[0],
          fields[1],
          Integer.parseInt(fields[2]),
          Integer.parseInt(fields[3]),
          Integer.parseInt(fields[4]),
          fields[5]);
    } catch (NumberFormatException e) {
      throw new IOException(place + ": not a number: " + e.getMessage(), e);
    }
  }
}
