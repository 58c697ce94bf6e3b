package org.kiramr.bench.cloud;

/** What a cluster's time is spent on. Every second of every core has exactly one cause. */
public enum Cause {
  /** Start and end of the job, while no core works. */
  JOB("starting and ending the job", "#56b4e9"),
  /** The client lists and plans the files in one thread. */
  PLANNING("planning in one thread", "#cc79a7"),
  /** Cores wait for the one thread that hands out tasks. */
  DISPATCH("waiting for the one dispatcher", "#8855aa"),
  /** Containers, executors and processes start. */
  LAUNCH("starting containers", "#e69f00"),
  /** Frames are extracted. */
  COMPUTE("extracting frames", "#009e73"),
  /** Cores wait for bytes. */
  STORAGE("waiting for storage", "#0072b2"),
  /** Slow nodes and attempts take longer than others would. */
  SLOW("slow nodes and attempts", "#d55e00"),
  /** Attempts that another attempt at the same task made useless. */
  SPECULATION("duplicate attempts", "#b8a800"),
  /** Cores have nothing left to do while others still work. */
  IDLE("idle while others still work", "#999999"),
  /** Shuffle, sorting and writing, or the merge. */
  FINISH("shuffle, merge and writing", "#333333");

  private final String words;
  private final String colour;

  Cause(String words, String colour) {
    this.words = words;
    this.colour = colour;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** In plots. */
  String colour() {
    return colour;
  }
}
