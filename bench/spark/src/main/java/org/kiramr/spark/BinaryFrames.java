package org.kiramr.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.IOUtils;
import org.apache.spark.input.PortableDataStream;
import org.kiramr.fits.Frame;
import org.kiramr.fits.FrameItem;
import org.kiramr.fits.FrameMemory;
import org.kiramr.fits.FrameReader;
import org.kiramr.fits.FrameReaderOptions;
import org.kiramr.fits.Reject;
import org.kiramr.fits.mapreduce.FileCounts;
import org.kiramr.fits.mapreduce.FrameReaders;
import org.kiramr.fits.mapreduce.FrameRecord;
import scala.Tuple2;

/**
 * The files of a partition of {@code binaryFiles}, one after the other, each with the records that
 * the record reader of our input format would give: its frames and rejects in order, then its
 * summary. A frame is closed when the next record is asked for. Nothing is read ahead.
 */
final class BinaryFrames implements Iterator<FrameRecord>, AutoCloseable {
  /** Shared by the tasks of a process, and by those that run in it one after the other. */
  private static final FrameMemory MEMORY = new FrameMemory();

  private final Iterator<Tuple2<String, PortableDataStream>> files;
  private final Map<String, Tuple2<String, Long>> images;
  private final Configuration conf;
  private final FrameReaderOptions options;
  private final boolean lastAttempt;
  private final FileCounts counts;
  private Path path;
  private FrameReader reader;
  private long openNanos;
  private FrameRecord upcoming;
  private Frame given;

  /**
   * @param images name and length of each file that is to be read, by its path
   * @param lastAttempt whether a file that cannot be read is a reject, and not an exception
   */
  BinaryFrames(
      Iterator<Tuple2<String, PortableDataStream>> files,
      Map<String, Tuple2<String, Long>> images,
      Configuration conf,
      FrameReaderOptions options,
      boolean lastAttempt,
      FileCounts counts) {
    this.files = files;
    this.images = images;
    this.conf = conf;
    this.options = options;
    this.lastAttempt = lastAttempt;
    this.counts = counts;
  }

  @Override
  public boolean hasNext() {
    if (upcoming == null) {
      letGo();
      upcoming = read();
    }
    return upcoming != null;
  }

  @Override
  public FrameRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    FrameRecord record = upcoming;
    upcoming = null;
    given = record.kind() == FrameRecord.Kind.FRAME ? record.frame() : null;
    return record;
  }

  /** The next record, or null at the end of the last file. */
  private FrameRecord read() {
    while (reader == null) {
      if (!files.hasNext()) {
        return null;
      }
      Tuple2<String, PortableDataStream> file = files.next();
      if (images.containsKey(file._1)) {
        open(file._1, file._2);
      }
    }
    FrameItem item = reader.next();
    IOException failure = reader.readFailure();
    if (failure != null && !lastAttempt) {
      throw new UncheckedIOException(path + " cannot be read: " + failure.getMessage(), failure);
    }
    return item == null ? summary() : record(item);
  }

  private void open(String name, PortableDataStream stream) {
    Tuple2<String, Long> image = images.get(name);
    path = new Path(name);
    long start = System.nanoTime();
    reader = FrameReaders.open(stream::open, conf, path, image._1, image._2, options, MEMORY);
    openNanos = System.nanoTime() - start;
  }

  private static FrameRecord record(FrameItem item) {
    return item instanceof Frame frame ? FrameRecord.of(frame) : FrameRecord.of((Reject) item);
  }

  private FrameRecord summary() {
    FrameRecord summary = FrameRecord.of(reader.summary(path.toString()));
    counts.add(summary.summary(), openNanos + reader.readNanos(), reader.decodeNanos());
    closeFile();
    return summary;
  }

  private void letGo() {
    if (given != null) {
      given.close();
      given = null;
    }
  }

  private void closeFile() {
    FrameReader done = reader;
    reader = null;
    IOUtils.closeStream(done);
  }

  /** Closes the file and the frames that are open. */
  @Override
  public void close() {
    letGo();
    if (upcoming != null && upcoming.kind() == FrameRecord.Kind.FRAME) {
      upcoming.frame().close();
    }
    upcoming = null;
    closeFile();
  }
}
