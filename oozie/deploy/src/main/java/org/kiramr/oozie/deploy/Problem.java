package org.kiramr.oozie.deploy;

/**
 * What is wrong with an application, in one line.
 *
 * @param file the file at fault, relative to the application's folder
 * @param place the element or property in it; empty for the whole file
 * @param reason what is wrong with it
 */
public record Problem(String file, String place, String reason) {
  @Override
  public String toString() {
    return place.isEmpty() ? file + ": " + reason : file + ": " + place + ": " + reason;
  }
}
