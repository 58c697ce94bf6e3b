package org.kiramr.bench.cloud;

import java.util.List;

/** SYNTHETIC engines, for tests only. */
final class Profiles {
  private final double frame;
  private double job;
  private double plan;
  private double dispatch;
  private double task;
  private double worker;
  private double crowded;
  private double finish;
  private int finishTasks = 1;
  private boolean readsAhead;
  private boolean waves;
  private boolean speculates;

  private Profiles(double frame) {
    this.frame = frame;
  }

  /** Frames of so many seconds, and no other cost. */
  static Profiles plain(double frame) {
    return new Profiles(frame);
  }

  Profiles job(double seconds) {
    job = seconds;
    return this;
  }

  Profiles plan(double seconds) {
    plan = seconds;
    return this;
  }

  Profiles dispatch(double seconds) {
    dispatch = seconds;
    return this;
  }

  Profiles task(double seconds) {
    task = seconds;
    return this;
  }

  Profiles worker(double seconds) {
    worker = seconds;
    return this;
  }

  Profiles crowded(double share) {
    crowded = share;
    return this;
  }

  Profiles finish(double seconds, int tasks) {
    finish = seconds;
    finishTasks = tasks;
    return this;
  }

  Profiles readsAhead() {
    readsAhead = true;
    return this;
  }

  Profiles waves() {
    waves = true;
    return this;
  }

  Profiles speculates() {
    speculates = true;
    return this;
  }

  EngineProfile build() {
    return new EngineProfile(
        "synthetic",
        job,
        plan,
        dispatch,
        task,
        worker,
        frame,
        crowded,
        finish,
        finishTasks,
        readsAhead,
        waves,
        speculates,
        List.of());
  }
}
