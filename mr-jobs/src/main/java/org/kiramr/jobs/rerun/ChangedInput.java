package org.kiramr.jobs.rerun;

/**
 * An input that is not the file that was recorded.
 *
 * @param image its name in the catalogue
 * @param path the whole path, of the input or the file of its masks or maps of noise
 * @param before as recorded; null if there was no such mask or map of noise
 * @param after as it was read by the rerun
 */
public record ChangedInput(String image, String path, FileState before, FileState after) {
  /** For people: the image, or the name of its mask or map of noise. */
  String shortName() {
    return MissingInput.shortName(image, path);
  }
}
