package org.kiramr.fits.mapreduce;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.SequenceFile;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.lib.input.InvalidInputException;

/**
 * Input that is not searched for: these files and no others, under these names, so that a job can
 * be repeated whatever has been added to its directories since. There can be very many, so they
 * travel in a file, and {@link FitsInputKeys#NAMED_FILES} says where it is; only the process that
 * plans the job reads it.
 */
public final class NamedFiles {
  private NamedFiles() {}

  /**
   * Writes the file that {@link FitsInputKeys#NAMED_FILES} can name: a SequenceFile, since a path
   * may hold any character.
   */
  public static void write(List<NamedFile> files, Path target, Configuration conf)
      throws IOException {
    try (SequenceFile.Writer writer =
        SequenceFile.createWriter(
            conf,
            SequenceFile.Writer.file(target),
            SequenceFile.Writer.keyClass(Text.class),
            SequenceFile.Writer.valueClass(Text.class))) {
      for (NamedFile file : files) {
        writer.append(new Text(file.image()), new Text(file.path().toString()));
      }
    }
  }

  /**
   * Looks each file up, in several threads.
   *
   * @return in the order given; empty where there is no such file
   * @throws IOException if a file system cannot tell
   */
  public static List<Optional<InputFile>> find(List<NamedFile> files, Configuration conf)
      throws IOException {
    try (ParallelCalls calls = new ParallelCalls(InputListing.threads(conf))) {
      return calls.map(files, file -> find(file, conf));
    }
  }

  private static Optional<InputFile> find(NamedFile file, Configuration conf) throws IOException {
    FileSystem fileSystem = file.path().getFileSystem(conf);
    try {
      FileStatus status = fileSystem.getFileStatus(file.path());
      if (status.isDirectory()) {
        return Optional.empty();
      }
      // nothing is named relative to the parent: the name is there already
      FoundFile found = InputListing.found(fileSystem, status, file.path().getParent());
      return Optional.of(new InputFile(file.image(), file.path(), found.length(), found.blocks()));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /**
   * The files of a job.
   *
   * @throws InvalidInputException that names those which are not there
   */
  static List<InputFile> list(Path source, Configuration conf) throws IOException {
    List<NamedFile> named = read(source, conf);
    List<Optional<InputFile>> found = find(named, conf);
    List<InputFile> files = new ArrayList<>();
    List<IOException> missing = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      if (found.get(i).isPresent()) {
        files.add(found.get(i).get());
      } else {
        missing.add(new IOException("Input file does not exist: " + named.get(i).path()));
      }
    }
    if (!missing.isEmpty()) {
      throw new InvalidInputException(missing);
    }
    return files;
  }

  private static List<NamedFile> read(Path source, Configuration conf) throws IOException {
    List<NamedFile> files = new ArrayList<>();
    try (SequenceFile.Reader reader =
        new SequenceFile.Reader(conf, SequenceFile.Reader.file(source))) {
      Text image = new Text();
      Text path = new Text();
      while (reader.next(image, path)) {
        files.add(new NamedFile(image.toString(), new Path(path.toString())));
      }
    }
    return files;
  }
}
