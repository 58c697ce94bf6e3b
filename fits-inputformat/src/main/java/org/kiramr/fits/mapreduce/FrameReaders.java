package org.kiramr.fits.mapreduce;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.kiramr.fits.FrameMemory;
import org.kiramr.fits.FrameReader;
import org.kiramr.fits.FrameReaderOptions;
import org.kiramr.fits.SiblingFiles;

/** Opens files of Hadoop's file systems as frames. */
public final class FrameReaders {
  private FrameReaders() {}

  /**
   * A reader of one file, which finds masks and maps of noise beside it. A file that cannot be
   * opened fails at its first byte, like one that cannot be read: with a reject.
   *
   * @param conf of the file system
   * @param path the whole path
   * @param image its name, see {@link FitsInputs}
   * @param length length in bytes
   * @param options how to read
   * @param memory where frames get their memory from
   */
  public static FrameReader open(
      Configuration conf,
      Path path,
      String image,
      long length,
      FrameReaderOptions options,
      FrameMemory memory) {
    return new FrameReader(
        stream(conf, path), image, length, options, memory, name -> sibling(conf, path, name));
  }

  private static InputStream stream(Configuration conf, Path path) {
    try {
      return path.getFileSystem(conf).open(path);
    } catch (IOException e) {
      return new FailedInput(e);
    }
  }

  private static SiblingFiles.Sibling sibling(Configuration conf, Path path, String name)
      throws IOException {
    // "./" keeps a colon in a name from being taken for the end of a scheme
    Path beside = new Path(path.getParent(), "./" + name);
    FileSystem fileSystem = beside.getFileSystem(conf);
    long length = fileSystem.getFileStatus(beside).getLen();
    return new SiblingFiles.Sibling(fileSystem.open(beside), length);
  }
}
