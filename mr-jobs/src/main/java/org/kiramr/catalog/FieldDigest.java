package org.kiramr.catalog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a field's canonical rows, frame after frame in the catalogue's order. Not
 * thread-safe.
 */
public final class FieldDigest {
  private final MessageDigest digest;

  public FieldDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      // every Java platform must have it
      throw new IllegalStateException(e);
    }
  }

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
    return HexFormat.of().formatHex(digest.digest());
  }
}
