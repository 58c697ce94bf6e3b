package org.kiramr.jobs.extract;

import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.kiramr.fits.mapreduce.FitsInputKeys;
import org.kiramr.fits.mapreduce.FitsInputs;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.UsageException;

/**
 * The settings of {@code extract} that say what is read and how, for it and for other commands that
 * are to see what it sees: same options, same values, keys of their own. Immutable and thread-safe.
 */
public final class ReaderSettings {
  /** A setting and the key of the input format that it sets. */
  private record Word(Setting<String> setting, String readerKey) {
    Word ofCommand(String command) {
      return new Word(setting.ofCommand(command), readerKey);
    }
  }

  private static final ReaderSettings EXTRACT =
      new ReaderSettings(
          ExtractSettings.INPUT,
          List.of(
              new Word(ExtractSettings.MASK, FitsInputKeys.MASK),
              new Word(ExtractSettings.MASK_BITS, FitsInputKeys.MASK_BITS),
              new Word(ExtractSettings.NOISE, FitsInputKeys.NOISE),
              new Word(ExtractSettings.NOISE_KIND, FitsInputKeys.NOISE_KIND),
              new Word(ExtractSettings.FIELD_PATTERN, FitsInputKeys.FIELD_PATTERN),
              new Word(ExtractSettings.HDUS, FitsInputKeys.HDUS),
              new Word(ExtractSettings.PLANES, FitsInputKeys.PLANES)),
          ExtractSettings.IGNORE_DATASUM);

  private final Setting<List<String>> input;
  private final List<Word> words;
  private final Setting<Boolean> ignoreDatasum;

  private ReaderSettings(
      Setting<List<String>> input, List<Word> words, Setting<Boolean> ignoreDatasum) {
    this.input = input;
    this.words = words;
    this.ignoreDatasum = ignoreDatasum;
  }

  /** Those of {@code extract}. */
  public static ReaderSettings ofExtract() {
    return EXTRACT;
  }

  /** Those of another command, with keys {@code kira.<command>.*}. */
  public static ReaderSettings of(String command) {
    return new ReaderSettings(
        EXTRACT.input.ofCommand(command),
        EXTRACT.words.stream().map(word -> word.ofCommand(command)).toList(),
        EXTRACT.ignoreDatasum.ofCommand(command));
  }

  /** The files, directories, globs and lists to read. */
  public Setting<List<String>> input() {
    return input;
  }

  /** All settings in the order of the help text, the input first. */
  public List<Setting<?>> all() {
    Stream<Setting<?>> named = words.stream().map(Word::setting);
    return Stream.of(Stream.of(input), named, Stream.of(ignoreDatasum))
        .flatMap(part -> part)
        .<Setting<?>>map(setting -> setting)
        .toList();
  }

  /**
   * Refuses to be told how a map is to be understood when there is no map: something was forgotten.
   *
   * @throws UsageException if so
   */
  public void check(Configuration conf) {
    requireMap(FitsInputKeys.MASK_BITS, FitsInputKeys.MASK, conf);
    requireMap(FitsInputKeys.NOISE_KIND, FitsInputKeys.NOISE, conf);
  }

  private void requireMap(String howKey, String mapKey, Configuration conf) {
    Setting<String> how = ofReaderKey(howKey);
    Setting<String> map = ofReaderKey(mapKey);
    if (conf.get(how.key()) != null && map.get(conf) == null) {
      throw new UsageException("--" + how.option() + " is without --" + map.option());
    }
  }

  private Setting<String> ofReaderKey(String readerKey) {
    return words.stream()
        .filter(word -> word.readerKey.equals(readerKey))
        .findFirst()
        .orElseThrow()
        .setting;
  }

  /**
   * Sets the keys of the input format as these settings say, and clears them where they say
   * nothing: what is recorded of a run is what it did.
   */
  public void apply(Configuration conf) {
    FitsInputs.setInputs(conf, input.get(conf));
    conf.unset(FitsInputKeys.NAMED_FILES);
    for (Word word : words) {
      String value = word.setting.get(conf);
      if (value == null) {
        conf.unset(word.readerKey);
      } else {
        conf.set(word.readerKey, value);
      }
    }
    conf.setBoolean(FitsInputKeys.VERIFY_DATASUM, !ignoreDatasum.get(conf));
  }
}
