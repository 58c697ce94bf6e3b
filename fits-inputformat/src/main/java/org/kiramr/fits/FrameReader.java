package org.kiramr.fits;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * Reads one file once, from its first byte to its last, and gives its frames and rejects in order.
 *
 * <p>The file may be plain FITS or FITS in gzip, bzip2 or compress (.Z); its content decides, not
 * its name. A bad file is data, not an exception: {@link #next()} never throws on account of what
 * the file holds. If the file system fails underneath, the file ends with a reject ({@link
 * RejectCode#READ_ERROR}) and {@link #readFailure()} has the exception, for callers that can try
 * again.
 *
 * <p>No two rejects of a file have the same image and HDU number, so there is at most one for each
 * plane of a cube, for each HDU and for the whole file ({@link Reject#WHOLE_FILE}): the first one
 * counts, but a damaged stream explains all others away.
 *
 * <p>Memory is bounded by what the file holds and by {@link FrameReaderOptions#maxFrameBytes()}.
 * Frames of a compressed file are held back until the file's end has confirmed the stream's
 * checksum, as long as together with the one that is read they are no larger than a frame may be: a
 * flipped bit must not become wrong pixels that look right.
 *
 * <pre>{@code
 * try (FrameReader reader =
 *     new FrameReader(in, "a/frame.fits.gz", length, FrameReaderOptions.defaults())) {
 *   for (FrameItem item = reader.next(); item != null; item = reader.next()) {
 *     if (item instanceof Frame frame) {
 *       use(frame);
 *     }
 *   }
 *   FileSummary summary = reader.summary(path);
 * }
 * }</pre>
 *
 * <p>Not thread-safe; different readers may work in different threads.
 */
public final class FrameReader implements Closeable {
  /** Headers of the frames held back: a small file can decompress to very large ones. */
  private static final long MOST_HEADER_BYTES = 16 << 20;

  /** Planes of a pixel each would otherwise be held by the million. */
  private static final int MOST_HELD = 4096;

  private final String image;
  private final FrameReaderOptions options;
  private final RawInput raw;
  private final HduReader hdus;
  private final FrameCompanions companions;
  private final Deque<FrameItem> held = new ArrayDeque<>();
  private final Deque<FrameItem> ready = new ArrayDeque<>();
  private Reject lastReject;
  private long heldBytes;
  private long heldHeaderBytes;
  private boolean finished;
  private int frames;
  private int rejects;
  private long nanos;

  /**
   * A reader of one file.
   *
   * @param in the file from its first byte; closed by {@link #close()}
   * @param image path of the file relative to the input that named it
   * @param fileLength length of the file in bytes, or -1 if it is not known
   * @param options how to read
   */
  public FrameReader(InputStream in, String image, long fileLength, FrameReaderOptions options) {
    this(in, image, fileLength, options, new FrameMemory());
  }

  /**
   * A reader of one of many files.
   *
   * @param memory where frames get their memory from, and give it back to
   */
  public FrameReader(
      InputStream in,
      String image,
      long fileLength,
      FrameReaderOptions options,
      FrameMemory memory) {
    this(in, image, fileLength, options, memory, FrameReader::noSibling);
  }

  /**
   * A reader of one of many files, that can open those beside it.
   *
   * @param siblings for masks and maps of noise
   */
  public FrameReader(
      InputStream in,
      String image,
      long fileLength,
      FrameReaderOptions options,
      FrameMemory memory,
      SiblingFiles siblings) {
    this.image = Objects.requireNonNull(image, "image");
    this.options = Objects.requireNonNull(options, "options");
    this.raw = new RawInput(in);
    this.hdus = new HduReader(raw, image, fileLength, options, memory);
    this.companions =
        options.companions().isNone()
            ? null
            : new FrameCompanions(image, siblings, options, memory);
  }

  /**
   * Names someone who wants to know of each HDU, from the next one on.
   *
   * @param listener called by {@link #next()}; it must not throw
   */
  public void setHduListener(HduListener listener) {
    hdus.setListener(Objects.requireNonNull(listener, "listener"));
  }

  /**
   * The next frame or reject.
   *
   * <p>An {@link OutOfMemoryError} is not caught: it says as much about the other threads of the
   * process as about the file, and a reject must not depend on them. What is too large by itself is
   * rejected before it is read, see {@link FrameReaderOptions#maxFrameBytes()}.
   *
   * @return null at the end of the file; from then on the file's length and sum are known
   */
  public FrameItem next() {
    long start = System.nanoTime();
    while (ready.isEmpty() && !finished) {
      step();
    }
    nanos += System.nanoTime() - start;
    FrameItem item = ready.poll();
    if (item instanceof Frame) {
      frames++;
    } else if (item != null) {
      rejects++;
    }
    return item;
  }

  /** Nothing a file holds may get past this method as an exception; want of memory does. */
  private void step() {
    makeRoom();
    if (!ready.isEmpty()) {
      return;
    }
    try {
      FrameItem item = hdus.read();
      if (item != null) {
        keep(item instanceof Frame frame && companions != null ? companions.complete(frame) : item);
      } else if (hdus.atEnd()) {
        finish();
      }
    } catch (IOException | RuntimeException | StackOverflowError e) {
      fail(e);
    }
  }

  private void keep(FrameItem item) {
    if (hdus.isPlain()) {
      give(item);
      return;
    }
    held.add(item);
    heldBytes += bytesOf(item);
    heldHeaderBytes += headerBytesOf(item);
    while (isTooMuchHeld()) {
      giveOldest();
    }
  }

  /** Gives the frames held back that leave no memory for the one that is read next. */
  private void makeRoom() {
    while (!held.isEmpty() && heldBytes + hdus.pendingBytes() > options.maxFrameBytes()) {
      giveOldest();
    }
  }

  private void giveOldest() {
    FrameItem oldest = held.remove();
    heldBytes -= bytesOf(oldest);
    heldHeaderBytes -= headerBytesOf(oldest);
    give(oldest);
  }

  private boolean isTooMuchHeld() {
    return heldBytes > options.maxFrameBytes()
        || held.size() > MOST_HELD
        || (heldHeaderBytes > MOST_HEADER_BYTES && held.size() > 1);
  }

  /**
   * A second reject of an HDU is dropped: image and HDU are the key by which rejects are told. It
   * follows the first one, since rejects come in the order of the file.
   */
  private void give(FrameItem item) {
    if (item instanceof Reject reject) {
      if (lastReject != null && lastReject.isOfTheSame(reject)) {
        return;
      }
      lastReject = reject;
    }
    ready.add(item);
  }

  private static long bytesOf(FrameItem item) {
    return item instanceof Frame frame ? frame.memoryBytes() : 0;
  }

  private static long headerBytesOf(FrameItem item) {
    return item instanceof Frame frame ? frame.headerLength() : 0;
  }

  private void finish() throws IOException {
    raw.drain();
    finishCompanions();
    held.forEach(this::give);
    held.clear();
    finished = true;
  }

  private void finishCompanions() {
    if (companions != null) {
      companions.finish();
    }
  }

  /** Reads the rest of the file without looking at it; there is no next frame then. */
  void drain() throws IOException {
    raw.drain();
  }

  private void fail(Throwable failure) {
    finished = true;
    Reject reject = hdus.explain(failure);
    boolean damaged = reject.code() == RejectCode.CORRUPT_COMPRESSION;
    // Whatever was made of a damaged stream is suspect: wrong pixels, or nonsense that looks like
    // another kind of bad file.
    boolean named = damaged && !held.isEmpty();
    for (FrameItem item : held) {
      if (damaged) {
        give(again(reject, item));
        close(item);
      } else {
        give(item);
      }
    }
    held.clear();
    if (!named || reject.hdu() != Reject.WHOLE_FILE) {
      give(reject);
    }
    drainAfter(reject);
    finishCompanions();
  }

  private static Reject again(Reject reject, FrameItem item) {
    return item instanceof Frame frame
        ? Reject.of(frame.id(), reject.code(), reject.reason())
        : again(reject, (Reject) item);
  }

  private static Reject again(Reject reject, Reject held) {
    return new Reject(held.image(), held.hdu(), held.field(), reject.code(), reject.reason());
  }

  private void drainAfter(Reject reject) {
    try {
      raw.drain();
    } catch (IOException | RuntimeException e) {
      if (reject.code() != RejectCode.READ_ERROR) {
        give(hdus.explain(e));
      }
    }
  }

  /** Number of HDUs so far that are not images of two axes and more, or were not chosen. */
  public int hdusIgnored() {
    return hdus.ignored();
  }

  /**
   * How the whole file is compressed: {@code gzip}, {@code bzip2}, {@code compress} or {@code
   * plain}; known once {@link #next()} has been called.
   */
  public String compression() {
    return hdus.compression().toString();
  }

  /** Bytes read from the file so far, before decompression; its length once the end is reached. */
  public long bytesRead() {
    return raw.bytes();
  }

  /** CRC-32 of the bytes read so far; that of the file once the end is reached. */
  public long crc32() {
    return raw.crc32();
  }

  /** The file system's error that ended the reading, or null. */
  public IOException readFailure() {
    return raw.failure() == null && companions != null ? companions.failure() : raw.failure();
  }

  /** Time spent so far in the file's stream, in nanoseconds. */
  public long readNanos() {
    return raw.nanos();
  }

  /** Time spent so far on everything but the file's stream, in nanoseconds. */
  public long decodeNanos() {
    return Math.max(0, nanos - raw.nanos());
  }

  /**
   * What the file gave; complete once {@link #next()} has returned null.
   *
   * @param path the whole path of the file
   */
  public FileSummary summary(String path) {
    return new FileSummary(
        image,
        path,
        bytesRead(),
        crc32(),
        frames,
        rejects,
        hdusIgnored(),
        companions == null ? null : companions.maskFile(),
        companions == null ? null : companions.noiseFile());
  }

  private static SiblingFiles.Sibling noSibling(String name) throws IOException {
    throw new FileNotFoundException(name + ": this reader knows of no file but its own");
  }

  private static void close(FrameItem item) {
    if (item instanceof Frame frame) {
      frame.close();
    }
  }

  /** Closes the file, and the frames that were not taken. */
  @Override
  public void close() throws IOException {
    held.forEach(FrameReader::close);
    held.clear();
    ready.forEach(FrameReader::close);
    ready.clear();
    try {
      if (companions != null) {
        companions.close();
      }
    } finally {
      raw.close();
    }
  }
}
