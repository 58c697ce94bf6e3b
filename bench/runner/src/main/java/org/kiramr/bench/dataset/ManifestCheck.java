package org.kiramr.bench.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Whether files are still what their manifest says. */
public final class ManifestCheck {
  private final Manifest manifest;
  private final Path root;

  /**
   * @param root what the manifest's paths are relative to
   */
  public ManifestCheck(Manifest manifest, Path root) {
    this.manifest = manifest;
    this.root = root;
  }

  /**
   * Looks at every length: quick, for before a run.
   *
   * @throws IOException at the first file that is missing or has another length
   */
  public void lengths() throws IOException {
    for (ManifestEntry entry : manifest.entries()) {
      Path file = root.resolve(entry.path());
      try {
        long bytes = Files.size(file);
        if (bytes != entry.bytes()) {
          throw new IOException(
              file + " has " + bytes + " bytes, its manifest says " + entry.bytes());
        }
      } catch (NoSuchFileException e) {
        throw new IOException(file + " is in the manifest, but not there", e);
      }
    }
  }

  /**
   * Reads every file, for once before a session.
   *
   * @throws IOException at the first file that is missing or has other bytes
   */
  public void checksums() throws IOException {
    lengths();
    for (ManifestEntry entry : manifest.entries()) {
      Path file = root.resolve(entry.path());
      if (!Sha256.of(file).equals(entry.sha256())) {
        throw new IOException(file + " does not have the SHA-256 that its manifest says");
      }
    }
  }
}
