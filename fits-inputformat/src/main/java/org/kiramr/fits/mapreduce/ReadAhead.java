package org.kiramr.fits.mapreduce;

import java.io.IOException;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Semaphore;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.IOUtils;
import org.kiramr.fits.Frame;
import org.kiramr.fits.FrameItem;
import org.kiramr.fits.FrameMemory;
import org.kiramr.fits.FrameReader;
import org.kiramr.fits.FrameReaderOptions;
import org.kiramr.fits.Reject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that reads the files of a split, one frame or reject ahead of whoever takes them: it
 * reads one, waits until it is taken, reads the next one. So it holds one frame, and the mapper
 * one; while the mapper works on a frame of more than a quarter of what a frame may take, nothing
 * is read, so that the two together are never much more than the largest.
 */
final class ReadAhead implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);
  private static final long STOP_MILLIS = 10_000;
  private static final int LARGE_SHARE = 4;

  /** Shared by the tasks of a process, and by those that run in it one after the other. */
  private static final FrameMemory MEMORY = new FrameMemory();

  /** A record on its way; the times are the whole file's and come with its summary. */
  record Item(FitsSplit.Entry entry, FrameRecord value, long readNanos, long decodeNanos) {}

  /** What is handed over: an item, the end (both null), or what stopped the thread. */
  private record Message(Item item, Throwable failure) {}

  private final FitsSplit split;
  private final Configuration conf;
  private final FrameReaderOptions options;
  private final boolean lastAttempt;
  private final LinkedTransferQueue<Message> handover = new LinkedTransferQueue<>();
  private final Semaphore largeFrameDone = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;
  private boolean largeFrameTaken;
  private boolean ended;

  private ReadAhead(
      FitsSplit split, Configuration conf, FrameReaderOptions options, boolean lastAttempt) {
    this.split = split;
    this.conf = conf;
    this.options = options;
    this.lastAttempt = lastAttempt;
    this.thread = new Thread(this::run, "kira-fits-read-ahead");
    this.thread.setDaemon(true);
  }

  /**
   * Starts the thread.
   *
   * @param lastAttempt whether a file that cannot be read is a reject, and not an exception
   */
  static ReadAhead start(
      FitsSplit split, Configuration conf, FrameReaderOptions options, boolean lastAttempt) {
    ReadAhead ahead = new ReadAhead(split, conf, options, lastAttempt);
    ahead.thread.start();
    return ahead;
  }

  /**
   * Takes the next record, waiting for it; the one before must be done with.
   *
   * @return null at the end of the split
   * @throws IOException if the reading thread stopped for a reason that is not a file's content:
   *     the file system unless this is the last attempt, want of memory
   */
  Item next() throws IOException, InterruptedException {
    if (ended) {
      return null;
    }
    if (largeFrameTaken) {
      largeFrameDone.release();
    }
    Message message = handover.take();
    ended = message.item == null;
    if (message.failure instanceof OutOfMemoryError e) {
      throw e;
    }
    if (message.failure != null) {
      throw new IOException("reading " + split + " failed: " + message.failure, message.failure);
    }
    largeFrameTaken = message.item != null && isLarge(message.item);
    return message.item;
  }

  private boolean isLarge(Item item) {
    return item.value().kind() == FrameRecord.Kind.FRAME
        && item.value().frame().memoryBytes() > options.maxFrameBytes() / LARGE_SHARE;
  }

  private void run() {
    Message last = new Message(null, null);
    try {
      for (FitsSplit.Entry entry : split.files()) {
        read(entry);
      }
    } catch (InterruptedException e) {
      return;
    } catch (Throwable e) {
      if (closed) {
        LOG.debug("Reading {} stopped after nobody wanted it any more", split, e);
        return;
      }
      // Not lost: next() throws it in the task's thread.
      last = new Message(null, e);
    }
    handover.put(last);
  }

  private void read(FitsSplit.Entry entry) throws IOException, InterruptedException {
    long start = System.nanoTime();
    FrameReader reader =
        FrameReaders.open(conf, entry.path(), entry.image(), entry.length(), options, MEMORY);
    long openNanos = System.nanoTime() - start;
    try {
      for (FrameItem item = reader.next(); item != null; item = reader.next()) {
        requireRead(reader, entry);
        hand(new Item(entry, record(item), 0, 0));
      }
      requireRead(reader, entry);
      FrameRecord summary = FrameRecord.of(reader.summary(entry.path().toString()));
      hand(new Item(entry, summary, openNanos + reader.readNanos(), reader.decodeNanos()));
    } finally {
      // All that was wanted has been read: an error on closing costs nothing.
      IOUtils.cleanupWithLogger(LOG, reader);
    }
  }

  private void requireRead(FrameReader reader, FitsSplit.Entry entry) throws IOException {
    IOException failure = reader.readFailure();
    if (failure != null && !lastAttempt) {
      throw new IOException(entry.path() + " cannot be read: " + failure.getMessage(), failure);
    }
  }

  private static FrameRecord record(FrameItem item) {
    return item instanceof Frame frame ? FrameRecord.of(frame) : FrameRecord.of((Reject) item);
  }

  private void hand(Item item) throws InterruptedException {
    // asked before it is handed over: then it belongs to the mapper, who closes it
    boolean large = isLarge(item);
    boolean handed = false;
    try {
      if (closed) {
        throw new InterruptedException("closed");
      }
      pass(new Message(item, null));
      handed = true;
    } finally {
      if (!handed && item.value().kind() == FrameRecord.Kind.FRAME) {
        item.value().frame().close();
      }
    }
    if (large) {
      largeFrameDone.acquire();
    }
  }

  /**
   * To wait with a summary would be to read the next file only once the mapper has nothing to do.
   */
  private void pass(Message message) throws InterruptedException {
    if (message.item.value().kind() == FrameRecord.Kind.SUMMARY) {
      handover.put(message);
    } else {
      handover.transfer(message);
    }
  }

  /** Stops reading; what has not been taken is dropped. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
