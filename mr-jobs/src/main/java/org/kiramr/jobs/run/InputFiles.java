package org.kiramr.jobs.run;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.lib.input.InvalidInputException;
import org.kiramr.fits.mapreduce.FitsInputKeys;
import org.kiramr.fits.mapreduce.FitsInputs;
import org.kiramr.fits.mapreduce.InputFile;
import org.kiramr.jobs.cli.UsageException;

/** The files that a command's inputs mean. */
public final class InputFiles {
  private InputFiles() {}

  /**
   * Lists them, see {@link FitsInputs#list}.
   *
   * @return one at least
   * @throws UsageException if a path matches nothing, or there is nothing to read
   */
  public static List<InputFile> list(Configuration conf) throws IOException {
    try {
      List<InputFile> files = FitsInputs.list(conf);
      if (files.isEmpty()) {
        boolean maps =
            conf.get(FitsInputKeys.MASK) != null || conf.get(FitsInputKeys.NOISE) != null;
        throw new UsageException(
            "no files in "
                + String.join(", ", FitsInputs.inputs(conf))
                + (maps ? " (masks and maps of noise do not count)" : ""));
      }
      return files;
    } catch (InvalidInputException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
