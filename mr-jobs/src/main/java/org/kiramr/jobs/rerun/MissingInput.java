package org.kiramr.jobs.rerun;

/**
 * An input that is not there any more.
 *
 * @param image its name in the catalogue
 * @param path the whole path, of the input or the file of its masks or maps of noise
 */
public record MissingInput(String image, String path) {
  /** For people: the image, or the name of its mask or map of noise. */
  String shortName() {
    return shortName(image, path);
  }

  static String shortName(String image, String path) {
    return path.endsWith(image) ? image : path.substring(path.lastIndexOf('/') + 1);
  }
}
