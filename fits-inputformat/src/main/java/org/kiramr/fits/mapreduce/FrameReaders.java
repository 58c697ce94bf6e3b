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
  /** Opens a file at its first byte. */
  @FunctionalInterface
  public interface Opener {
    InputStream open() throws IOException;
  }

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
    Opener opener = () -> path.getFileSystem(conf).open(path);
    return open(opener, conf, path, image, length, options, memory);
  }

  /**
   * The same of a file that is opened in a way of the caller's; those beside it are opened from the
   * file system.
   */
  public static FrameReader open(
      Opener opener,
      Configuration conf,
      Path path,
      String image,
      long length,
      FrameReaderOptions options,
      FrameMemory memory) {
    return new FrameReader(
        stream(opener), image, length, options, memory, name -> sibling(conf, path, name));
  }

  private static InputStream stream(Opener opener) {
    try {
      return opener.open();
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
