package org.kiramr.bench.cloud;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * One run of an engine on a cluster, event by event: a core that is free asks the one dispatcher
 * for a task, starts what the task needs, works, and asks again. The same seed gives the same run.
 * One use, not thread-safe.
 */
final class Simulation {
  /** A task is late if it takes that many times the mean of those that are done. */
  private static final double LATE = 1.5;

  private final EngineProfile engine;
  private final ClusterProfile cluster;
  private final Work work;
  private final UniformRandomProvider random;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingDouble(Event::time).thenComparing(Event::order));
  private final Map<Cause, Double> coreSeconds = new EnumMap<>(Cause.class);
  private final Set<Attempt> running = new LinkedHashSet<>();
  private final double[] slowness;
  private final double[] idleSince;
  private final boolean[] hasWorker;
  private double dispatcherFree;
  private double secondsOfDone;
  private int nextTask;
  private int done;
  private int attempts;
  private long eventOrder;

  Simulation(
      EngineProfile engine, ClusterProfile cluster, Work work, UniformRandomProvider random) {
    this.engine = engine;
    this.cluster = cluster;
    this.work = work;
    this.random = random;
    this.slowness = new double[cluster.cores()];
    this.idleSince = new double[cluster.cores()];
    this.hasWorker = new boolean[cluster.cores()];
    Arrays.fill(idleSince, Double.NaN);
    for (int first = 0; first < cluster.cores(); first += cluster.coresPerNode()) {
      int end = Math.min(first + cluster.coresPerNode(), cluster.cores());
      boolean slow = random.nextDouble() < cluster.slowNodeFraction();
      Arrays.fill(slowness, first, end, slow ? cluster.slowNodeFactor() : 1);
    }
  }

  Outcome run() {
    for (int core = 0; core < cluster.cores(); core++) {
      serve(core, 0);
    }
    double now = 0;
    while (done < work.tasks()) {
      Event event = events.remove();
      now = event.time();
      if (event.attempt() == null) {
        if (!Double.isNaN(idleSince[event.core()])) {
          serve(event.core(), now);
        }
      } else if (!event.attempt().useless) {
        finish(event.attempt(), now);
      }
    }
    for (double since : idleSince) {
      if (!Double.isNaN(since)) {
        add(Cause.IDLE, now - since);
      }
    }
    return outcome(now);
  }

  private void finish(Attempt attempt, double now) {
    running.remove(attempt);
    done++;
    secondsOfDone += attempt.cost.seconds();
    add(Cause.DISPATCH, attempt.started - attempt.asked);
    add(Cause.LAUNCH, attempt.cost.launch());
    add(Cause.COMPUTE, attempt.cost.compute());
    add(Cause.SLOW, attempt.cost.slow());
    add(Cause.STORAGE, attempt.cost.storage());
    Attempt twin = attempt.twin;
    if (twin != null) {
      twin.useless = true;
      running.remove(twin);
      add(Cause.SPECULATION, now - twin.asked);
    }
    if (engine.waves()) {
      idleSince[attempt.core] = now;
      if (running.isEmpty()) {
        for (int core = 0; core < cluster.cores(); core++) {
          serve(core, now);
        }
      }
      return;
    }
    serve(attempt.core, now);
    if (twin != null) {
      serve(twin.core, now);
    }
  }

  /** Gives a free core something to do, or lets it idle. */
  private void serve(int core, double now) {
    if (!Double.isNaN(idleSince[core])) {
      add(Cause.IDLE, now - idleSince[core]);
      idleSince[core] = Double.NaN;
    }
    if (nextTask < work.tasks()) {
      start(nextTask++, core, now);
      return;
    }
    Attempt late = engine.speculates() && done > 0 ? latest(now) : null;
    if (late == null) {
      idle(core, now);
    } else {
      Attempt copy = start(late.task, core, now);
      copy.twin = late;
      late.twin = copy;
    }
  }

  private Attempt start(int task, int core, double now) {
    double handedOut = Math.max(now, dispatcherFree) + engine.dispatchSeconds();
    dispatcherFree = handedOut;
    Attempt attempt = new Attempt(task, core, now, handedOut, cost(task, core));
    attempts++;
    hasWorker[core] = true;
    running.add(attempt);
    events.add(new Event(attempt.end(), eventOrder++, core, attempt));
    return attempt;
  }

  private Attempt.Cost cost(int task, int core) {
    boolean unlucky = random.nextDouble() < cluster.stragglerFraction();
    double factor = slowness[core] * (unlucky ? cluster.stragglerFactor() : 1);
    double launch = engine.taskSeconds() + (hasWorker[core] ? 0 : engine.workerSeconds());
    double compute = work.seconds(task);
    double reading = work.bytes(task) / cluster.coreBytesPerSecond();
    double storage = engine.readsAhead() ? Math.max(0, reading - compute * factor) : reading;
    return new Attempt.Cost(launch, compute, (launch + compute) * (factor - 1), storage);
  }

  /** The attempt that will end last, if it is late, alone, and a fresh one would overtake it. */
  private Attempt latest(double now) {
    double mean = secondsOfDone / done;
    return running.stream()
        .filter(attempt -> attempt.twin == null && now - attempt.started >= LATE * mean)
        .filter(attempt -> attempt.end() - now > mean)
        .max(Comparator.comparingDouble(Attempt::end))
        .orElse(null);
  }

  private void idle(int core, double now) {
    idleSince[core] = now;
    if (!engine.speculates() || done == 0) {
      return;
    }
    // an attempt that is not late yet may become so while nothing else happens
    double mean = secondsOfDone / done;
    running.stream()
        .filter(attempt -> attempt.twin == null && attempt.end() - attempt.started > LATE * mean)
        .mapToDouble(attempt -> attempt.started + LATE * mean)
        .filter(time -> time > now)
        .min()
        .ifPresent(time -> events.add(new Event(time, eventOrder++, core, null)));
  }

  private Outcome outcome(double end) {
    Map<Cause, Double> seconds = new EnumMap<>(Cause.class);
    coreSeconds.forEach((cause, sum) -> seconds.put(cause, sum / cluster.cores()));
    double planning = engine.planSecondsPerFrame() * work.frames();
    double finish =
        engine.finishSecondsPerFrame()
            * work.frames()
            / Math.min(engine.finishTasks(), cluster.cores());
    seconds.put(Cause.JOB, engine.jobSeconds());
    seconds.put(Cause.PLANNING, planning);
    seconds.put(Cause.FINISH, finish);
    return new Outcome(engine.jobSeconds() + planning + end + finish, seconds, attempts);
  }

  private void add(Cause cause, double seconds) {
    coreSeconds.merge(cause, seconds, Double::sum);
  }

  /**
   * A core is to be looked at: an attempt on it ends, or, without one, a recheck while it idles.
   */
  private record Event(double time, long order, int core, Attempt attempt) {}
}
