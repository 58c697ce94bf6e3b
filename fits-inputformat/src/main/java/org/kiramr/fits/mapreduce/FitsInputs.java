package org.kiramr.fits.mapreduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.security.TokenCache;
import org.apache.hadoop.util.StringUtils;
import org.kiramr.fits.CompanionSource;
import org.kiramr.fits.Companions;
import org.kiramr.fits.FieldPattern;
import org.kiramr.fits.FrameReaderOptions;
import org.kiramr.fits.HduSelection;
import org.kiramr.fits.NoiseKind;
import org.kiramr.fits.PlaneSelection;

/**
 * The input of a job: what the user named, and the files that this means.
 *
 * <p>An input is one of
 *
 * <ul>
 *   <li>a file;
 *   <li>a directory: all files in it and below;
 *   <li>a glob, unless a file of that very name exists: what it matches, directories walked;
 *   <li>{@code @list}: a text file with one file or directory a line, taken literally; empty lines
 *       and lines that begin with {@code #} do not count. A file whose name begins with {@code @}
 *       is written {@code ./@name}.
 * </ul>
 *
 * <p>Files and directories whose names begin with {@code .} or {@code _} are left out, unless they
 * are named explicitly. So are files that are masks or maps of noise of others ({@link
 * FitsInputKeys#MASK}, {@link FitsInputKeys#NOISE}), and directories that hold a file {@link
 * #OUTPUT_MARKER}, with all below them: what an earlier run wrote is no input of the next one. A
 * file named twice is read once, under the name it got first. On local file systems a directory
 * that symbolic links lead to again is walked once for each input.
 *
 * <p>The name of an image is its path relative to the input that named it: to the directory, to the
 * part of a glob before the first wildcard, or its file name alone. Files that would get the same
 * name are named relative to the deepest common parent of all inputs instead.
 */
public final class FitsInputs {
  /** The file that every output of this project holds. */
  public static final String OUTPUT_MARKER = "_provenance.json";

  /** What an input begins with that is a list of inputs. */
  static final String LIST = "@";

  private FitsInputs() {}

  /** Whether an input is a list of inputs. */
  public static boolean isList(String input) {
    return input.startsWith(LIST);
  }

  /** Sets the inputs of a job. */
  public static void setInputs(Configuration conf, List<String> inputs) {
    conf.set(
        FitsInputKeys.INPUT_PATHS,
        inputs.stream().map(StringUtils::escapeString).collect(Collectors.joining(",")));
  }

  /** The inputs of a job, as the user named them. */
  public static List<String> inputs(Configuration conf) {
    // Raw, since a path may hold what looks like a variable of the configuration.
    String value = conf.getRaw(FitsInputKeys.INPUT_PATHS);
    if (value == null || value.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(StringUtils.split(value, StringUtils.ESCAPE_CHAR, StringUtils.COMMA))
        .map(StringUtils::unEscapeString)
        .filter(input -> !input.isBlank())
        .toList();
  }

  /**
   * The inputs of a job with schemes, authorities and whole paths, so that they mean the same in
   * another working directory, and on another machine that knows the file systems. What the lines
   * of a list are relative to stays open.
   *
   * @throws org.apache.hadoop.mapreduce.lib.input.InvalidInputException if one is no path
   */
  public static List<String> qualifiedInputs(Configuration conf) throws IOException {
    List<String> qualified = new ArrayList<>();
    for (String input : inputs(conf)) {
      boolean list = isList(input);
      Path path = InputListing.path(list ? input.substring(LIST.length()) : input);
      qualified.add((list ? LIST : "") + path.getFileSystem(conf).makeQualified(path));
    }
    return qualified;
  }

  /**
   * Lists the files of the inputs, in the order of the inputs and of the images' names, with as
   * many threads as {@link FileInputFormat#LIST_STATUS_NUM_THREADS} says; 16 where only Hadoop's
   * own defaults set it (to 1), since a listing waits for the file system most of the time. Where
   * {@link FitsInputKeys#NAMED_FILES} is set, these files in their order.
   *
   * @throws org.apache.hadoop.mapreduce.lib.input.InvalidInputException that names every input that
   *     does not exist, matches nothing or holds no file
   */
  public static List<InputFile> list(Configuration conf) throws IOException {
    String named = conf.getRaw(FitsInputKeys.NAMED_FILES);
    if (named != null) {
      return NamedFiles.list(new Path(named), conf);
    }
    Companions companions = companions(conf);
    return ImageNames.assign(new InputListing(conf).list(inputs(conf))).stream()
        .filter(file -> !companions.isCompanion(file.path().getName()))
        .toList();
  }

  /**
   * The masks and maps of noise that a job's frames get.
   *
   * @throws IllegalArgumentException that names the key whose value is bad
   */
  public static Companions companions(Configuration conf) {
    return new Companions(
        selection(conf, FitsInputKeys.MASK, null, CompanionSource::of),
        selection(conf, FitsInputKeys.MASK_BITS, Companions.ANY_BIT, FitsInputs::bits),
        selection(conf, FitsInputKeys.NOISE, null, CompanionSource::of),
        selection(
            conf,
            FitsInputKeys.NOISE_KIND,
            NoiseKind.STDDEV,
            kind -> NoiseKind.valueOf(kind.toUpperCase(Locale.ROOT))));
  }

  private static long bits(String text) {
    return text.equals("any") ? Companions.ANY_BIT : Long.decode(text);
  }

  /**
   * Lists the files for a job's plan: gets the file systems' tokens, fails early on keys with bad
   * values, and notes the number of files ({@link FileInputFormat#NUM_INPUT_FILES}) and of bytes
   * ({@link FitsInputKeys#INPUT_BYTES}) in the job's configuration, where the client can read them
   * once the job is submitted.
   */
  static List<InputFile> plan(JobContext job) throws IOException {
    Configuration conf = job.getConfiguration();
    readerOptions(conf);
    List<InputFile> files = list(conf);
    TokenCache.obtainTokensForNamenodes(job.getCredentials(), fileSystems(files), conf);
    conf.setLong(FileInputFormat.NUM_INPUT_FILES, files.size());
    conf.setLong(FitsInputKeys.INPUT_BYTES, files.stream().mapToLong(InputFile::length).sum());
    return files;
  }

  /** One path for each file system. */
  private static Path[] fileSystems(List<InputFile> files) {
    return files.stream()
        .map(file -> new Path(file.path().toUri().resolve("/")))
        .distinct()
        .toArray(Path[]::new);
  }

  /**
   * How the job's configuration says files are read.
   *
   * @throws IllegalArgumentException that names the key whose value is bad
   */
  public static FrameReaderOptions readerOptions(Configuration conf) {
    String pattern = conf.getTrimmed(FitsInputKeys.FIELD_PATTERN, "");
    double fraction =
        conf.getDouble(
            FitsInputKeys.MAX_MEMORY_FRACTION, FrameReaderOptions.DEFAULT_MEMORY_FRACTION);
    if (!(fraction > 0 && fraction <= 1)) {
      throw new IllegalArgumentException(
          FitsInputKeys.MAX_MEMORY_FRACTION + " = " + fraction + " is not above 0 and at most 1");
    }
    long most = conf.getLong(FitsInputKeys.MAX_FRAME_BYTES, 0);
    if (most < 0) {
      throw new IllegalArgumentException(
          FitsInputKeys.MAX_FRAME_BYTES + " = " + most + " is negative");
    }
    long ofMemory = FrameReaderOptions.memoryBytes(fraction);
    return new FrameReaderOptions(
        pattern.isEmpty() ? FieldPattern.defaults() : FieldPattern.of(pattern),
        most == 0 ? ofMemory : Math.min(ofMemory, most),
        conf.getBoolean(FitsInputKeys.VERIFY_DATASUM, true),
        selection(conf, FitsInputKeys.HDUS, HduSelection.all(), HduSelection::of),
        selection(conf, FitsInputKeys.PLANES, PlaneSelection.none(), PlaneSelection::of),
        companions(conf),
        false);
  }

  private static <T> T selection(
      Configuration conf, String key, T absent, Function<String, T> parser) {
    String list = conf.getTrimmed(key, "");
    try {
      return list.isEmpty() ? absent : parser.apply(list);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + " = " + list + ": " + e.getMessage(), e);
    }
  }
}
