package org.kiramr.catalog;

import java.util.Objects;

/**
 * What is known of a frame's place on the sky, as its header says it.
 *
 * @param radesys reference frame of the coordinates (RADESYS); null if the header does not say
 * @param equinox of the coordinates, years (EQUINOX); null if the header does not say
 * @param note why detections are without coordinates, or how the header was understood; empty if
 *     there is nothing to say
 */
public record SkyInfo(String radesys, Double equinox, String note) {
  /** Nothing known, nothing to say. */
  public static final SkyInfo NONE = new SkyInfo(null, null, "");

  public SkyInfo {
    Objects.requireNonNull(note);
  }
}
