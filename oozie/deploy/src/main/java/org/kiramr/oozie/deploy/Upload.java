package org.kiramr.oozie.deploy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;

/**
 * Brings a folder to the cluster: beside its place first, then with one rename to it, so that
 * nothing ever sees a part of it.
 */
final class Upload {
  private final Path target;
  private final FileSystem fileSystem;
  private final FileContext context;

  /**
   * Nothing is touched yet.
   *
   * @param target the folder's place, with scheme
   * @throws IOException if there is no such file system
   */
  Upload(Path target, Configuration conf) throws IOException {
    this.target = target;
    this.fileSystem = target.getFileSystem(conf);
    this.context = FileContext.getFileContext(target.toUri(), conf);
    // a local file system would put a checksum file beside each
    fileSystem.setWriteChecksum(false);
  }

  /**
   * Uploads.
   *
   * @param overwrite whether an application that is there is replaced
   * @throws DeployException if something is there that is not to be replaced
   */
  void run(java.nio.file.Path folder, boolean overwrite) throws IOException {
    boolean replace = check(overwrite);
    Path beside = beside("new");
    try {
      copy(folder, beside);
      if (replace) {
        replace(beside);
      } else {
        context.rename(beside, target, Rename.NONE);
      }
    } finally {
      // gone if all went well
      fileSystem.delete(beside, true);
    }
  }

  /** Whether there is an application to be replaced. */
  private boolean check(boolean overwrite) throws IOException {
    if (!fileSystem.exists(target)) {
      return false;
    }
    if (!overwrite) {
      throw new DeployException(
          target
              + " exists: jobs at work may be reading it; give "
              + Application.PATH
              + " another version, or --overwrite");
    }
    if (!fileSystem.exists(new Path(target, Application.LIB + "/" + ApplicationSources.KIRA_JAR))) {
      throw new DeployException(target + " is no application of ours: it is not replaced");
    }
    return true;
  }

  /** The place is empty for the moment between two renames. */
  private void replace(Path beside) throws IOException {
    Path old = beside("old");
    context.rename(target, old, Rename.NONE);
    try {
      context.rename(beside, target, Rename.NONE);
    } catch (IOException e) {
      context.rename(old, target, Rename.NONE);
      throw e;
    }
    fileSystem.delete(old, true);
  }

  private Path beside(String what) {
    return new Path(
        target.getParent(), "_" + target.getName() + "-" + what + "-" + UUID.randomUUID());
  }

  private void copy(java.nio.file.Path folder, Path to) throws IOException {
    List<java.nio.file.Path> files = new ArrayList<>();
    try (Stream<java.nio.file.Path> all = java.nio.file.Files.walk(folder)) {
      all.filter(java.nio.file.Files::isRegularFile).sorted().forEach(files::add);
    }
    fileSystem.mkdirs(to);
    for (java.nio.file.Path file : files) {
      String name = folder.relativize(file).toString();
      Path copied = new Path(to, name.replace(file.getFileSystem().getSeparator(), "/"));
      fileSystem.copyFromLocalFile(new Path(file.toUri()), copied);
      long bytes = java.nio.file.Files.size(file);
      if (fileSystem.getFileStatus(copied).getLen() != bytes) {
        throw new DeployException(copied + " has not the " + bytes + " bytes of " + file);
      }
    }
  }
}
