package org.kiramr.bench.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kiramr.bench.record.EngineRun;
import org.kiramr.bench.record.Session;
import org.kiramr.bench.record.Stage;

/** SYNTHETIC sessions: made-up runs with costs that are known, for tests only. */
public final class SyntheticSession {
  /** The name of the made-up data set. */
  public static final String DATA_SET = "synthetic";

  private static final double DETECTIONS = 500;
  private static final double MEGAPIXELS = 3.05;
  private static final long FRAME_BYTES = 6_105_600;

  private final List<EngineRun> runs = new ArrayList<>();
  private boolean cold;
  private Long borderRows = 0L;
  private Map<String, String> versions = Map.of("java", "none");

  /** Runs whose wall time is {@code fixed + marginal x frames}, a little off by repeat. */
  public SyntheticSession engine(
      String engine, int cores, double fixed, double marginal, int... frames) {
    for (int repeat = 1; repeat <= 3; repeat++) {
      for (int number : frames) {
        double noise = 1 + 0.01 * (repeat - 2);
        add(engine, cores, number, repeat, (fixed + marginal * number) * noise, null, "aa");
      }
    }
    return this;
  }

  /** One run with a reason to be void, or null, and a catalogue. */
  public SyntheticSession run(String engine, int frames, String voidReason, String digest) {
    add(engine, 2, frames, 1, 1000, voidReason, digest);
    return this;
  }

  /** So many rows of the runs that follow are beyond the tolerances, or null if not counted. */
  SyntheticSession borderRows(Long rows) {
    borderRows = rows;
    return this;
  }

  /** One run of two cores that counts. */
  public SyntheticSession run(String engine, int frames, double seconds) {
    add(engine, 2, frames, 1, seconds, null, "aa");
    return this;
  }

  /** Runs that count, one in each repeat. */
  SyntheticSession repeats(String engine, int frames, double... seconds) {
    for (int i = 0; i < seconds.length; i++) {
      add(engine, 2, frames, i + 1, seconds[i], null, "aa");
    }
    return this;
  }

  /** What the session was measured with. */
  SyntheticSession commit(String commit, boolean changed) {
    versions = Map.of("commit", commit, "commit dirty", Boolean.toString(changed));
    return this;
  }

  /** The same runs, but cold and of another session. */
  SyntheticSession cold() {
    SyntheticSession other = new SyntheticSession();
    other.cold = true;
    runs.forEach(
        run ->
            other.add(
                run.engine(),
                run.cores(),
                run.frames(),
                run.repeat(),
                run.wallSeconds(),
                null,
                "aa"));
    return other;
  }

  /** The session. */
  public Session session() {
    return new Session(
        Session.SCHEMA,
        "SYNTHETIC, for a test",
        "2000-01-01T00:00:00Z",
        "2000-01-01T01:00:00Z",
        Map.of("cores", "2"),
        versions,
        DATA_SET,
        "00",
        Map.of("repeats", "3", "reference", "c-batch"),
        runs,
        null);
  }

  private void add(
      String engine,
      int cores,
      int frames,
      int repeat,
      double wall,
      String voidReason,
      String digest) {
    Map<Stage, Double> stages = new EnumMap<>(Stage.class);
    stages.put(Stage.LAUNCH, 1.0);
    stages.put(Stage.DECODE, 0.01 * frames);
    stages.put(Stage.EXTRACT, 0.03 * frames);
    runs.add(
        new EngineRun(
            engine,
            frames,
            frames * FRAME_BYTES,
            repeat,
            runs.size() + 1,
            cores,
            cold,
            "2000-01-01T00:00:00Z",
            wall,
            wall * cores,
            1L << 30,
            frames * FRAME_BYTES,
            1L << 20,
            stages,
            Math.round(DETECTIONS * frames),
            frames / 5,
            MEGAPIXELS * frames,
            digest + frames,
            borderRows,
            0,
            voidReason,
            List.of("synthetic")));
  }
}
