package org.kiramr.jobs.run;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where a file or directory is, by whichever of these names it was found: symbolic links, mounts of
 * {@code viewfs}, a server by name or address, with its default port or without. What does not
 * exist is in the deepest of its parents that does. Immutable.
 *
 * <p>Places that are equal are the same; not the reverse: a file system that can be reached in two
 * ways counts as two. Such are a name service and one of its servers ({@code hdfs://ns1}, {@code
 * hdfs://nn1:8020}), and two schemes ({@code hdfs} and {@code webhdfs}, {@code s3} and {@code
 * s3a}).
 *
 * @param fileSystem tells file systems apart
 * @param path absolute, without scheme and authority
 */
public record CanonicalPath(String fileSystem, Path path) {
  private static final String LOCAL = "file";

  /**
   * Finds out.
   *
   * @param path relative ones are in the working directory of their file system
   * @throws IOException if the file system cannot tell
   */
  public static CanonicalPath of(Path path, Configuration conf) throws IOException {
    FileSystem named = path.getFileSystem(conf);
    Path resolved = resolve(named.makeQualified(path), named);
    FileSystem actual = resolved.getFileSystem(conf);
    return new CanonicalPath(identity(actual), Path.getPathWithoutSchemeAndAuthority(resolved));
  }

  /** Whether it is the directory or lies in it. */
  public boolean isIn(CanonicalPath directory) {
    if (!fileSystem.equals(directory.fileSystem)) {
      return false;
    }
    for (Path p = path; p != null; p = p.getParent()) {
      if (p.equals(directory.path)) {
        return true;
      }
    }
    return false;
  }

  private static Path resolve(Path path, FileSystem fileSystem) throws IOException {
    try {
      return withoutLocalLinks(fileSystem.resolvePath(path));
    } catch (FileNotFoundException e) {
      Path parent = path.getParent();
      if (parent == null) {
        throw e;
      }
      // "./" keeps a colon in a name from being taken for the end of a scheme
      return new Path(resolve(parent, fileSystem), "./" + path.getName());
    }
  }

  /** Hadoop's local file system follows links, but does not tell where they lead. */
  private static Path withoutLocalLinks(Path path) throws IOException {
    if (!LOCAL.equals(path.toUri().getScheme())) {
      return path;
    }
    // java.nio refuses names that the locale cannot spell
    return new Path(LOCAL, null, new File(path.toUri().getPath()).getCanonicalPath());
  }

  private static String identity(FileSystem fileSystem) {
    String uri = fileSystem.getUri().toString().toLowerCase(Locale.ROOT);
    try {
      String service = fileSystem.getCanonicalServiceName();
      return service == null ? uri : service;
    } catch (IllegalArgumentException e) {
      // the authority is no server's name, but that of a bucket, for instance
      return uri;
    }
  }
}
