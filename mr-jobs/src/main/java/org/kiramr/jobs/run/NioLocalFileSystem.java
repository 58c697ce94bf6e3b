package org.kiramr.jobs.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system, which sets permissions itself. Without Hadoop's native library, which
 * comes with no jar, Hadoop starts a {@code chmod} for each file and directory that it makes: some
 * ten milliseconds each, a hundred times in a small job.
 */
public final class NioLocalFileSystem extends LocalFileSystem {
  /** The key that names the class of the local file system. */
  static final String KEY = "fs.file.impl";

  /** Called by Hadoop. */
  public NioLocalFileSystem() {
    super(new Raw());
  }

  private static final class Raw extends RawLocalFileSystem {
    private static final String UNIX_MODE = "unix:mode";

    /** Null for a name that the locale cannot spell. */
    private java.nio.file.Path nioPath(Path path) {
      try {
        return pathToFile(path).toPath();
      } catch (InvalidPathException e) {
        return null;
      }
    }

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      java.nio.file.Path file = nioPath(path);
      if (file != null && file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
        Files.setAttribute(file, UNIX_MODE, (int) permission.toShort());
      } else {
        super.setPermission(path, permission);
      }
    }
  }
}
