package org.kiramr.fits.mapreduce;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.mapreduce.InputSplit;

/** One whole file or many, to be read in this order by one task. */
public final class FitsSplit extends InputSplit implements Writable {

  /**
   * One file of the split.
   *
   * @param image the path relative to the input that named it
   * @param path the whole path
   * @param length length in bytes when the job was planned
   */
  public record Entry(String image, Path path, long length) {}

  private List<Entry> files = List.of();
  private String[] locations = {};

  /** For deserialisation: empty until {@link #readFields}. */
  public FitsSplit() {}

  FitsSplit(List<Entry> files, String[] locations) {
    this.files = List.copyOf(files);
    this.locations = locations.clone();
  }

  /** The files, in order. */
  public List<Entry> files() {
    return files;
  }

  /** Length of all files together, in bytes. */
  @Override
  public long getLength() {
    return files.stream().mapToLong(Entry::length).sum();
  }

  @Override
  public String[] getLocations() {
    return locations.clone();
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(files.size());
    for (Entry file : files) {
      Text.writeString(out, file.image());
      Text.writeString(out, file.path().toString());
      out.writeLong(file.length());
    }
  }

  /** Like Hadoop's own splits, without the locations: they are of no use to the task. */
  @Override
  public void readFields(DataInput in) throws IOException {
    int n = in.readInt();
    List<Entry> read = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      read.add(new Entry(Text.readString(in), new Path(Text.readString(in)), in.readLong()));
    }
    files = List.copyOf(read);
    locations = new String[0];
  }

  @Override
  public String toString() {
    return files.size() == 1 ? files.get(0).path().toString() : files.size() + " FITS files";
  }
}
