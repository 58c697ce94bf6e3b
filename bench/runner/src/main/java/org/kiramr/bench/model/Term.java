package org.kiramr.bench.model;

/**
 * A number of the model and where it comes from.
 *
 * @param value in the unit that the place of the term says
 * @param reason measurement, arithmetic or guess, in words
 */
public record Term(double value, String reason) {

  public Term {
    if (!Double.isFinite(value) || value < 0) {
      throw new IllegalArgumentException("a model's number is " + value);
    }
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("the number " + value + " has no reason");
    }
  }
}
