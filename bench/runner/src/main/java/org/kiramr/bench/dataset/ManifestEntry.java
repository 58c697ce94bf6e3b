package org.kiramr.bench.dataset;

/**
 * One file of a data set.
 *
 * @param path relative to the manifest's root, parts joined by '/'
 * @param bytes its length
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
public record ManifestEntry(String path, long bytes, String sha256) {
  public ManifestEntry {
    if (path.isEmpty() || path.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException(
          "a manifest cannot hold a path that is empty or has control characters: '" + path + "'");
    }
    if (bytes < 0 || !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          path + ": not a length and a SHA-256: " + bytes + " " + sha256);
    }
  }

  /** The entry as a line of a manifest, without the line's end. */
  String line() {
    return path + "\t" + bytes + "\t" + sha256;
  }
}
