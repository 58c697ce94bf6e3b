package org.kiramr.jobs.compare;

/** Which of the two catalogues. */
public enum Side {
  A,
  B
}
