package org.kiramr.jobs.compare;

import java.nio.ByteBuffer;
import org.kiramr.catalog.Sha256;

/**
 * Which frames a field has, in the size of two numbers: the sum of 128 bits of SHA-256 of what
 * tells each frame apart. It does not depend on their order. Immutable.
 */
record FrameSet(long high, long low) {
  /** No frames. */
  static final FrameSet NONE = new FrameSet(0, 0);

  /** One frame, by the bytes under which the job would pair it. */
  static FrameSet of(Match match, RowId frame) {
    byte[] identity = RowKey.of(match, new PartTag(Side.A, CatalogTable.FRAMES), frame).copyGroup();
    ByteBuffer digest = ByteBuffer.wrap(Sha256.digest().digest(identity));
    return new FrameSet(digest.getLong(), digest.getLong());
  }

  /** The frames of both. */
  FrameSet plus(FrameSet other) {
    return new FrameSet(high + other.high, low + other.low);
  }
}
