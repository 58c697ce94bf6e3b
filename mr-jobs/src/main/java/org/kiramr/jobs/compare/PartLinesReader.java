package org.kiramr.jobs.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.input.CombineFileSplit;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.hadoop.mapreduce.lib.input.LineRecordReader;

/** Reads one piece of a split: lines of a part that are rows. */
public final class PartLinesReader extends RecordReader<PartTag, Text> {
  private final LineRecordReader lines =
      new LineRecordReader("\n".getBytes(StandardCharsets.US_ASCII));
  private final FileSplit piece;
  private PartTag tag;
  private RowLines rows;

  /** Called by Hadoop, which knows of this constructor by reflection. */
  public PartLinesReader(CombineFileSplit split, TaskAttemptContext context, Integer index)
      throws IOException {
    this.piece =
        new FileSplit(
            split.getPath(index), split.getOffset(index), split.getLength(index), new String[0]);
  }

  @Override
  public void initialize(InputSplit whole, TaskAttemptContext context) throws IOException {
    Path path = piece.getPath();
    CatalogPair pair = CatalogPair.from(context.getConfiguration());
    tag = pair.tagOf(path);
    RowLayout expected = RowLayouts.from(context.getConfiguration()).of(tag.side(), tag.table());
    RowLayout found;
    try {
      found = new RowLayout(tag.table(), pair.of(tag.side()).schema(tag.table(), path));
    } catch (IllegalArgumentException e) {
      throw new IOException(path + ": " + e.getMessage(), e);
    }
    if (!found.equals(expected)) {
      throw new IOException(path + " has other columns than the first part of its table");
    }
    rows = new RowLines(found.names());
    lines.initialize(piece, context);
  }

  @Override
  public boolean nextKeyValue() throws IOException {
    while (lines.nextKeyValue()) {
      Text line = lines.getCurrentValue();
      if (rows.isRow(line.getBytes(), line.getLength())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public PartTag getCurrentKey() {
    return tag;
  }

  @Override
  public Text getCurrentValue() {
    return lines.getCurrentValue();
  }

  @Override
  public float getProgress() throws IOException {
    return lines.getProgress();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
