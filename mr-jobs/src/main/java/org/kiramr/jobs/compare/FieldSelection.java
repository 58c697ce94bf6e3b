package org.kiramr.jobs.compare;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.kiramr.fits.PlaneName;

/**
 * The fields that the job reads, the names of the parts that hold them, and what is left out of
 * them. Since there can be many, tasks get them through a file.
 *
 * @param fields names; null for all
 * @param partsA names of the parts of A's table of fields that tell of them; null for all
 * @param partsB the same of B
 * @param leftOut files whose frames are left out
 */
record FieldSelection(
    Set<String> fields, Set<String> partsA, Set<String> partsB, Set<String> leftOut) {
  /** Every field. */
  static final FieldSelection ALL = new FieldSelection(null, null, null, Set.of());

  private static final String KEY = "kira.compare.internal.selection";
  private static final ObjectMapper JSON = new ObjectMapper();

  FieldSelection {
    fields = fields == null ? null : Set.copyOf(fields);
    partsA = partsA == null ? null : Set.copyOf(partsA);
    partsB = partsB == null ? null : Set.copyOf(partsB);
    leftOut = Set.copyOf(leftOut);
  }

  /** The same without the frames of some files. */
  FieldSelection leavingOut(Set<String> files) {
    return new FieldSelection(fields, partsA, partsB, files);
  }

  /** Whether all rows of a field are read. */
  boolean readsWholeFields() {
    return leftOut.isEmpty();
  }

  /** Whether nothing is to be read. */
  boolean selectsNothing() {
    return fields != null && fields.isEmpty();
  }

  /** Whether the row is read. */
  boolean has(RowId row) {
    return (fields == null || fields.contains(row.field())) && !isOf(row.image(), leftOut);
  }

  /** Whether an image is one of the files, or a plane of one. */
  static boolean isOf(String image, Set<String> files) {
    return files.contains(image) || files.contains(PlaneName.file(image));
  }

  /**
   * The parts of a table that have to be read. {@code extract} writes a field into the parts of the
   * same name in every table; where the parts have other names, all are read.
   */
  List<FileStatus> parts(Side side, List<FileStatus> all) {
    Set<String> wanted = side == Side.A ? partsA : partsB;
    Set<String> names =
        all.stream().map(part -> part.getPath().getName()).collect(Collectors.toSet());
    if (wanted == null || !names.containsAll(wanted)) {
      return all;
    }
    return all.stream().filter(part -> wanted.contains(part.getPath().getName())).toList();
  }

  /** Leaves the selection for the tasks. */
  void write(Path file, Configuration conf) throws IOException {
    try (OutputStream out = file.getFileSystem(conf).create(file, false)) {
      JSON.writeValue(out, this);
    }
    conf.set(KEY, file.toString());
  }

  /** The selection of a job; all if none was written. */
  static FieldSelection read(Configuration conf) throws IOException {
    String file = conf.get(KEY);
    if (file == null) {
      return ALL;
    }
    Path path = new Path(file);
    try (InputStream in = path.getFileSystem(conf).open(path)) {
      return JSON.readValue(in, FieldSelection.class);
    }
  }
}
