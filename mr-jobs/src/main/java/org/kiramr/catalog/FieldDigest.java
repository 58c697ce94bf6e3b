package org.kiramr.catalog;

import java.security.MessageDigest;

/**
 * The SHA-256 of a field's canonical rows, frame after frame in the catalogue's order. Not
 * thread-safe.
 */
public final class FieldDigest {
  private final MessageDigest digest = Sha256.digest();

  /** Adds the rows of the next frame. */
  public void update(RowBuffer rows) {
    rows.updateDigest(digest);
  }

  /** Adds one row, which comes without its line feed. */
  public void update(byte[] line) {
    digest.update(line);
    digest.update((byte) '\n');
  }

  /** The digest in 64 hexadecimal digits; starts again. */
  public String hex() {
    return Sha256.hex(digest);
  }
}
