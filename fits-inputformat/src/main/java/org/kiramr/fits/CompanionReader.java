package org.kiramr.fits;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the maps of one kind for the frames of one file. Frames come in the order of their file,
 * and mostly so do their maps: it reads on from the last one, and begins again only for a map that
 * it has passed. Not thread-safe.
 */
final class CompanionReader implements Closeable {
  private final CompanionSource source;
  private final String what;
  private final String fileName;
  private final SiblingFiles siblings;
  private final FrameReaderOptions options;
  private final FrameMemory memory;
  private final Set<MapId> seen = new LinkedHashSet<>();
  private final Map<Integer, String> troubles = new HashMap<>();
  private FrameReader reader;
  private String firstTrouble;
  private boolean allSeen;

  /**
   * @param what the word for the map in reasons
   * @param frameFile name of the frames' file, without path
   * @param options how maps are read
   * @throws Rejection if the name of the map's file cannot be told
   */
  CompanionReader(
      CompanionSource source,
      String what,
      String frameFile,
      SiblingFiles siblings,
      FrameReaderOptions options,
      FrameMemory memory)
      throws Rejection {
    this.source = source;
    this.what = what;
    this.fileName = source.fileName(frameFile);
    this.siblings = siblings;
    this.options = options;
    this.memory = memory;
    if (fileName == null) {
      throw new Rejection(
          RejectCode.NO_COMPANION,
          "there is no " + what + ": the file's name has nothing to replace for " + source);
    }
  }

  /**
   * The map of a frame, which the caller closes.
   *
   * @throws Rejection if there is none, it cannot be read, or several could be meant
   * @throws IOException if the file system fails
   */
  Frame find(Frame frame) throws IOException, Rejection {
    MapId own = MapId.of(frame);
    if (!allSeen) {
      Frame found = search(map -> belongs(map, own));
      if (found != null && (allSeen || MapId.of(found).isOnlyFor(own, source.isSameFile()))) {
        return sized(found, frame);
      }
      if (found != null) {
        // without an EXTVER of its own any later HDU could be meant as well: look at all of them
        found.close();
        search(map -> false);
      }
    }
    MapId known = known(own);
    Frame found = search(known::equals);
    if (found == null) {
      close();
      found = search(known::equals);
    }
    if (found == null) {
      throw missing(own);
    }
    return sized(found, frame);
  }

  private boolean belongs(MapId map, MapId frame) {
    return map.belongsTo(frame, source.isSameFile());
  }

  /** The one HDU, of all that the file has, that belongs to a frame. */
  private MapId known(MapId own) throws Rejection {
    List<MapId> maps = seen.stream().filter(map -> belongs(map, own)).toList();
    if (maps.isEmpty()) {
      throw missing(own);
    }
    if (maps.size() == 1) {
      return maps.get(0);
    }
    return maps.stream()
        .filter(map -> map.isOnlyFor(own, source.isSameFile()))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejection(
                    RejectCode.NO_COMPANION,
                    "which %s is meant cannot be told: for %s, %s has %s and %s, and no EXTVER"
                        .formatted(what, own, fileName, maps.get(0), maps.get(1))));
  }

  /** Reads on to a map that is wanted; null if the file ends before. */
  private Frame search(Predicate<MapId> wanted) throws IOException, Rejection {
    if (reader == null) {
      open();
    }
    for (FrameItem item = reader.next(); item != null; item = reader.next()) {
      if (item instanceof Frame map) {
        MapId id = MapId.of(map);
        seen.add(id);
        if (wanted.test(id)) {
          return map;
        }
        map.close();
      } else {
        note((Reject) item);
      }
    }
    if (reader.readFailure() != null) {
      throw reader.readFailure();
    }
    allSeen = true;
    return null;
  }

  /** That the file has no HDU of the name is nothing wrong with it. */
  private void note(Reject reject) {
    if (reject.code() == RejectCode.NO_SUCH_HDU) {
      return;
    }
    String where = reject.hdu() == Reject.WHOLE_FILE ? "" : "HDU " + reject.hdu() + ": ";
    String trouble = where + reject.reason();
    troubles.putIfAbsent(reject.hdu(), trouble);
    if (firstTrouble == null) {
      firstTrouble = trouble;
    }
  }

  private void open() throws IOException, Rejection {
    try {
      SiblingFiles.Sibling file = siblings.open(fileName);
      reader = new FrameReader(file.in(), fileName, file.length(), options, memory);
    } catch (FileNotFoundException e) {
      throw new Rejection(
          RejectCode.NO_COMPANION, "there is no " + what + ": no file " + fileName, e);
    }
  }

  private Frame sized(Frame map, Frame frame) throws Rejection {
    if (map.width() == frame.width() && map.height() == frame.height()) {
      return map;
    }
    map.close();
    throw new Rejection(
        RejectCode.BAD_COMPANION,
        "the %s in HDU %d of %s has %d x %d pixels, the frame %d x %d"
            .formatted(
                what,
                map.id().hdu(),
                fileName,
                map.width(),
                map.height(),
                frame.width(),
                frame.height()));
  }

  private Rejection missing(MapId own) {
    String where =
        source.isSameFile()
            ? "%s has no HDU %s with EXTVER %d"
                .formatted(fileName, source.extname(), own.name().version())
            : "%s has none for %s".formatted(fileName, own);
    String reason = "there is no " + what + ": " + where;
    String trouble = source.isSameFile() ? firstTrouble : troubles.get(own.hdu());
    if (trouble == null) {
      trouble = firstTrouble;
    }
    return trouble == null
        ? new Rejection(RejectCode.NO_COMPANION, reason)
        : new Rejection(RejectCode.BAD_COMPANION, reason + " that can be used (" + trouble + ")");
  }

  /**
   * Ends the reading of the maps' file, which has been read to the last map that was wanted.
   *
   * @return what it is; null if none was read, or it is the frames' own
   * @throws IOException if the file system fails
   */
  CompanionSummary finish() throws IOException {
    if (reader == null || source.isSameFile()) {
      return null;
    }
    reader.drain();
    return new CompanionSummary(fileName, reader.bytesRead(), reader.crc32());
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      FrameReader closing = reader;
      reader = null;
      closing.close();
    }
  }
}
