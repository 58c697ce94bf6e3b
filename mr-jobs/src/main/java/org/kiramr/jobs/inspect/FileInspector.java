package org.kiramr.jobs.inspect;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.IOUtils;
import org.kiramr.fits.Frame;
import org.kiramr.fits.FrameItem;
import org.kiramr.fits.FrameMemory;
import org.kiramr.fits.FrameReader;
import org.kiramr.fits.FrameReaderOptions;
import org.kiramr.fits.Reject;
import org.kiramr.fits.mapreduce.FitsInputs;
import org.kiramr.fits.mapreduce.FrameReaders;
import org.kiramr.fits.mapreduce.InputFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads files as {@code extract} does, one frame in memory at a time. Not thread-safe. */
final class FileInspector {
  private static final Logger LOG = LoggerFactory.getLogger(FileInspector.class);
  private static final int MOST_ENTRIES = 100_000;

  private final Configuration conf;
  private final FrameReaderOptions options;
  private final boolean withPixels;
  private final FrameMemory memory = new FrameMemory();

  /**
   * @param conf with the keys of the input format, see {@link FitsInputs#readerOptions}
   * @param withPixels whether the pixels are looked at
   */
  FileInspector(Configuration conf, boolean withPixels) {
    this.conf = conf;
    this.options = FitsInputs.readerOptions(conf);
    this.withPixels = withPixels;
  }

  /** Reads a file to its end; that it cannot be read is a reject of it. */
  FileReport inspect(InputFile file) {
    HduCollector hdus = new HduCollector(MOST_ENTRIES);
    FrameReader reader =
        FrameReaders.open(conf, file.path(), file.image(), file.length(), options, memory);
    try {
      reader.setHduListener(hdus);
      for (FrameItem item = reader.next(); item != null; item = reader.next()) {
        if (item instanceof Frame frame) {
          try (frame) {
            hdus.add(FrameReport.of(frame, withPixels));
          }
        } else {
          hdus.add((Reject) item);
        }
      }
      return hdus.report(reader.summary(file.path().toString()), reader.compression());
    } finally {
      // All that was wanted has been read: an error on closing costs nothing.
      IOUtils.cleanupWithLogger(LOG, reader);
    }
  }
}
