package org.kiramr.fits;

import nom.tam.fits.Header;

/**
 * What a map and its frame are matched by.
 *
 * @param name of the HDU
 * @param versioned whether the version is the HDU's own, and not the one of all without
 * @param hdu its number
 * @param section the plane of a cube; empty for an image
 */
record MapId(HduName name, boolean versioned, int hdu, String section) {

  static MapId of(Frame frame) {
    Header header = frame.header();
    boolean versioned = Cards.text(header, "EXTVER") != null;
    String section = PlaneName.section(frame.id().image());
    return new MapId(HduName.of(header), versioned, frame.id().hdu(), section);
  }

  /** Whether this is a map for a frame; an image serves all planes of a cube. */
  boolean belongsTo(MapId frame, boolean sameFile) {
    if (!section.isEmpty() && !section.equals(frame.section)) {
      return false;
    }
    if (sameFile) {
      return name.version() == frame.name.version();
    }
    return bothNamed(frame) ? name.equals(frame.name) : hdu == frame.hdu;
  }

  /** Whether no other HDU can be meant as well, as far as names and numbers tell. */
  boolean isOnlyFor(MapId frame, boolean sameFile) {
    return frame.versioned || (!sameFile && hdu == frame.hdu);
  }

  private boolean bothNamed(MapId frame) {
    return !name.name().isEmpty() && !frame.name.name().isEmpty();
  }

  /** {@code HDU 3 (DQ, EXTVER 2)}. */
  @Override
  public String toString() {
    String version = versioned ? ", EXTVER " + name.version() : "";
    return "HDU " + hdu + (name.name().isEmpty() ? "" : " (" + name.name() + version + ")");
  }
}
