package org.kiramr.fits.mapreduce;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.InvalidInputException;
import org.kiramr.fits.FrameId;

/** Finds the files that the inputs of a job mean. */
final class InputListing {
  static final int DEFAULT_THREADS = 16;

  private static final String WILDCARDS = "*?[]{}\\";

  private final Configuration conf;
  private final int threads;

  /** Something the user named: a path, or (unless taken literally) a glob. */
  private record Source(String text, boolean literal) {}

  /**
   * A directory to walk, or a file.
   *
   * @param base what its files' names are relative to
   * @param named whether the user named this very path
   */
  private record Start(FileStatus status, Path base, boolean named) {}

  /** What a directory holds. */
  private record Listed(List<FoundFile> files, List<Start> directories) {}

  InputListing(Configuration conf) {
    this.conf = conf;
    this.threads = threads(conf);
  }

  /** What the user says; Hadoop's default of one thread is not a wish of anybody's. */
  static int threads(Configuration conf) {
    String[] sources = conf.getPropertySources(FileInputFormat.LIST_STATUS_NUM_THREADS);
    if (sources == null || sources.length == 0 || sources[0].endsWith("-default.xml")) {
      return DEFAULT_THREADS;
    }
    return Math.max(1, conf.getInt(FileInputFormat.LIST_STATUS_NUM_THREADS, DEFAULT_THREADS));
  }

  /** The files in the order of the inputs, within an input by path; each file once. */
  List<FoundFile> list(List<String> inputs) throws IOException {
    if (inputs.isEmpty()) {
      throw new IOException("No input: set " + FitsInputKeys.INPUT_PATHS);
    }
    List<IOException> errors = new ArrayList<>();
    List<FoundFile> files = new ArrayList<>();
    try (ParallelCalls calls = new ParallelCalls(threads)) {
      List<Source> sources = sources(inputs, errors);
      List<List<Start>> starts = calls.map(sources, this::resolve);
      List<List<FoundFile>> found = walk(starts, calls);
      Set<Path> seen = new HashSet<>();
      for (int i = 0; i < sources.size(); i++) {
        if (found.get(i).isEmpty()) {
          errors.add(new IOException(complaint(sources.get(i), starts.get(i))));
        }
        found.get(i).stream().filter(file -> seen.add(file.path())).forEach(files::add);
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    return files;
  }

  private static String complaint(Source source, List<Start> starts) {
    if (!starts.isEmpty()) {
      return "Input holds no files: " + source.text;
    }
    boolean glob = !source.literal && hasWildcard(source.text);
    return (glob ? "Input pattern matches no files: " : "Input path does not exist: ")
        + source.text;
  }

  private List<Source> sources(List<String> inputs, List<IOException> errors) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (String input : inputs) {
      if (!FitsInputs.isList(input)) {
        sources.add(new Source(input, false));
        continue;
      }
      List<Source> lines = readList(input.substring(FitsInputs.LIST.length()));
      if (lines.isEmpty()) {
        errors.add(new IOException("Input list does not exist or names no files: " + input));
      }
      sources.addAll(lines);
    }
    return sources;
  }

  private List<Source> readList(String list) throws IOException {
    Path path = path(list);
    List<Source> lines = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(path.getFileSystem(conf).open(path), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(new Source(line, true));
        }
      }
    } catch (FileNotFoundException e) {
      return List.of();
    }
    return lines;
  }

  private List<Start> resolve(Source source) throws IOException {
    Path path = path(source.text);
    FileSystem fs = path.getFileSystem(conf);
    Path whole = fs.makeQualified(path);
    try {
      FileStatus status = fs.getFileStatus(whole);
      return List.of(new Start(status, status.isDirectory() ? whole : whole.getParent(), true));
    } catch (FileNotFoundException e) {
      return source.literal || !hasWildcard(source.text) ? List.of() : glob(fs, path);
    }
  }

  private static List<Start> glob(FileSystem fs, Path pattern) throws IOException {
    Path base = fs.makeQualified(beforeWildcards(pattern));
    FileStatus[] matches = fs.globStatus(pattern);
    List<Start> starts = new ArrayList<>();
    if (matches != null) {
      for (FileStatus match : matches) {
        if (!isHidden(match.getPath(), base)) {
          starts.add(new Start(match, base, false));
        }
      }
    }
    return starts;
  }

  private static Path beforeWildcards(Path pattern) {
    Path base = pattern;
    for (Path p = pattern; p != null && !p.getName().isEmpty(); p = p.getParent()) {
      if (hasWildcard(p.getName())) {
        base = p.getParent();
      }
    }
    return base;
  }

  /**
   * Walks all directories of all sources level by level, so that threads share the work. Of several
   * ways to a directory the first one by level and path counts, whatever the threads do.
   */
  private List<List<FoundFile>> walk(List<List<Start>> sources, ParallelCalls calls)
      throws IOException {
    List<List<FoundFile>> found = new ArrayList<>();
    List<Start> level = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    List<VisitedDirectories> visited = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      found.add(new ArrayList<>());
      visited.add(new VisitedDirectories());
      for (Start start : sources.get(i)) {
        if (!start.status.isDirectory() || visited.get(i).add(start.status.getPath())) {
          level.add(start);
          owners.add(i);
        }
      }
    }
    while (!level.isEmpty()) {
      List<Start> next = new ArrayList<>();
      List<Integer> nextOwners = new ArrayList<>();
      List<Listed> listed = calls.map(level, this::look);
      for (int i = 0; i < listed.size(); i++) {
        found.get(owners.get(i)).addAll(listed.get(i).files);
        for (Start directory : listed.get(i).directories) {
          if (visited.get(owners.get(i)).add(directory.status.getPath())) {
            next.add(directory);
            nextOwners.add(owners.get(i));
          }
        }
      }
      level = next;
      owners = nextOwners;
    }
    found.forEach(
        files -> files.sort(Comparator.comparing(FoundFile::relative, FrameId::compareUtf8)));
    return found;
  }

  private Listed look(Start start) throws IOException {
    FileSystem fs = start.status.getPath().getFileSystem(conf);
    Listed listed = new Listed(new ArrayList<>(), new ArrayList<>());
    if (!start.status.isDirectory()) {
      listed.files.add(found(fs, start.status, start.base));
      return listed;
    }
    RemoteIterator<? extends FileStatus> entries = entries(fs, start.status.getPath());
    while (entries.hasNext()) {
      FileStatus entry = entries.next();
      if (!start.named && entry.getPath().getName().equals(FitsInputs.OUTPUT_MARKER)) {
        return new Listed(List.of(), List.of());
      }
      if (isHidden(entry.getPath().getName())) {
        continue;
      }
      if (entry.isDirectory()) {
        listed.directories.add(new Start(entry, start.base, false));
      } else {
        listed.files.add(found(fs, entry, start.base));
      }
    }
    listed.directories.sort(Comparator.comparing(directory -> directory.status.getPath()));
    return listed;
  }

  /**
   * HDFS and object stores give the locations with the listing. The local file system would start a
   * program for each file then, to learn its owner.
   */
  private static RemoteIterator<? extends FileStatus> entries(FileSystem fs, Path directory)
      throws IOException {
    return fs.getScheme().equals("file")
        ? fs.listStatusIterator(directory)
        : fs.listLocatedStatus(directory);
  }

  /** A file with the places where it is stored. */
  static FoundFile found(FileSystem fs, FileStatus status, Path base) throws IOException {
    BlockLocation[] blocks =
        status instanceof LocatedFileStatus located
            ? located.getBlockLocations()
            : fs.getFileBlockLocations(status, 0, status.getLen());
    List<BlockLocation> plain = new ArrayList<>();
    if (blocks != null) {
      for (BlockLocation block : blocks) {
        // A copy, without what HDFS adds, which is large and of no use here.
        plain.add(new BlockLocation(block));
      }
    }
    return new FoundFile(base, status.getPath(), status.getLen(), plain);
  }

  private static boolean isHidden(Path path, Path base) {
    for (Path p = path; p != null && !p.equals(base); p = p.getParent()) {
      if (isHidden(p.getName())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }

  private static boolean hasWildcard(String text) {
    return text.chars().anyMatch(c -> WILDCARDS.indexOf(c) >= 0);
  }

  /**
   * The path that a text is.
   *
   * @throws InvalidInputException if it is none
   */
  static Path path(String text) throws InvalidInputException {
    try {
      return new Path(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          List.of(new IOException("not a path: '" + text + "': " + e.getMessage(), e)));
    }
  }
}
