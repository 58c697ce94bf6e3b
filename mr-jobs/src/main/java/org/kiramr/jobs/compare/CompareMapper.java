package org.kiramr.jobs.compare;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;

/** Sends the rows of the selected fields on, under the key by which they meet their partners. */
public final class CompareMapper extends Mapper<PartTag, Text, RowKey, RowRecord> {
  private FieldSelection selection;
  private RowLayouts layouts;
  private Match match;

  @Override
  protected void setup(Context context) throws IOException {
    Configuration conf = context.getConfiguration();
    selection = FieldSelection.read(conf);
    layouts = RowLayouts.from(conf);
    match = CompareOptions.from(conf).match();
  }

  @Override
  protected void map(PartTag tag, Text line, Context context)
      throws IOException, InterruptedException {
    RowKey key;
    try {
      RowId id = layouts.of(tag.side(), tag.table()).id(line.toString());
      if (!selection.has(id)) {
        return;
      }
      key = RowKey.of(match, tag, id);
    } catch (IllegalArgumentException e) {
      throw new IOException(tag + ": " + e.getMessage(), e);
    }
    context.write(key, new RowRecord(tag, line));
  }
}
