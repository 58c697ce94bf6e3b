package org.kiramr.jobs.rerun;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.kiramr.jobs.cli.Setting;
import org.kiramr.jobs.cli.UsageException;
import org.kiramr.jobs.extract.ExtractSettings;

/** Puts the parameters of a recorded run into a configuration for {@code extract}. */
final class RecordedParameters {
  /** What is not a parameter of the rows but of a run; a rerun has its own. */
  private static final Set<Setting<?>> OF_THE_RUN =
      Set.of(
          ExtractSettings.INPUT,
          ExtractSettings.OUTPUT,
          ExtractSettings.OVERWRITE,
          ExtractSettings.REDUCERS,
          ExtractSettings.SPLIT_MB,
          ExtractSettings.ONE_FILE_PER_MAP,
          ExtractSettings.VERBOSE);

  private static final Configuration NOTHING_SET = new Configuration(false);

  private final RecordedRun run;

  RecordedParameters(RecordedRun run) {
    this.run = run;
  }

  /**
   * Sets all keys of the rows' parameters, and clears those that had no value or their default.
   *
   * @return what the record does not say, a sentence each
   * @throws UsageException if this version has no such parameter, or it cannot have the value
   */
  List<String> apply(Configuration conf) {
    Set<String> unknown = new HashSet<>(run.parameters().keySet());
    List<String> notes = new ArrayList<>();
    for (Setting<?> setting : ExtractSettings.all()) {
      unknown.remove(setting.key());
      if (!OF_THE_RUN.contains(setting)) {
        apply(setting, conf, notes);
      }
    }
    if (!unknown.isEmpty()) {
      throw new UsageException(
          run.file()
              + ": this version has no parameter "
              + ProvenanceFields.quoted(unknown.iterator().next()));
    }
    return notes;
  }

  private void apply(Setting<?> setting, Configuration conf, List<String> notes) {
    Map<String, String> recorded = run.parameters();
    String value = recorded.get(setting.key());
    String absent = setting.text(NOTHING_SET);
    if (!recorded.containsKey(setting.key())) {
      notes.add("the record does not have " + setting.key() + "; its default was used: " + absent);
    }
    // some settings may only be given together with others: a default is not given
    if (value == null || value.equals(absent)) {
      conf.unset(setting.key());
      return;
    }
    conf.set(setting.key(), value);
    try {
      setting.get(conf);
    } catch (UsageException e) {
      throw new UsageException(run.file() + ": " + e.getMessage());
    }
  }
}
