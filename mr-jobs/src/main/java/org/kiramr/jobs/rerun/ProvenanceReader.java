package org.kiramr.jobs.rerun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.kiramr.fits.mapreduce.FitsInputs;
import org.kiramr.jobs.cli.UsageException;

/** Finds and reads records of provenance; what is none is refused in one line. */
final class ProvenanceReader {
  /** A record has a few kilobytes, and what the user typed. */
  private static final long MOST_BYTES = 16 << 20;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ProvenanceReader() {}

  /**
   * Reads a record.
   *
   * @param name the record, or the directory that holds it
   * @throws UsageException if there is none, or it cannot be understood
   */
  static RecordedRun read(String name, Configuration conf) throws IOException {
    Path given = path(name);
    FileSystem fileSystem = given.getFileSystem(conf);
    FileStatus status = find(fileSystem, fileSystem.makeQualified(given));
    Path file = status.getPath();
    if (status.getLen() > MOST_BYTES) {
      throw new UsageException(
          file + " is no record of provenance: it has " + status.getLen() + " bytes");
    }
    try (InputStream in = fileSystem.open(file)) {
      JsonNode root = JSON.readTree(in);
      return new ProvenanceFields(root).toRun(file);
    } catch (JsonProcessingException e) {
      throw new UsageException(
          "%s is no record of provenance: line %d: %s"
              .formatted(
                  file,
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  firstLine(e.getOriginalMessage())));
    } catch (IllegalArgumentException e) {
      throw new UsageException(file + " is no record of provenance: " + e.getMessage());
    }
  }

  private static Path path(String name) {
    try {
      return new Path(name);
    } catch (IllegalArgumentException e) {
      throw new UsageException("not a path: " + name + ": " + e.getMessage());
    }
  }

  private static FileStatus find(FileSystem fileSystem, Path path) throws IOException {
    FileStatus status;
    try {
      status = fileSystem.getFileStatus(path);
    } catch (FileNotFoundException e) {
      throw new UsageException("no such file: " + path);
    }
    if (!status.isDirectory()) {
      return status;
    }
    try {
      return fileSystem.getFileStatus(new Path(path, FitsInputs.OUTPUT_MARKER));
    } catch (FileNotFoundException e) {
      throw new UsageException(
          path + " holds no " + FitsInputs.OUTPUT_MARKER + ": it is no finished output");
    }
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
