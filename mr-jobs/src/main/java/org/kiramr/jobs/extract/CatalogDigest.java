package org.kiramr.jobs.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.kiramr.catalog.EcsvReader;
import org.kiramr.catalog.OutputTables;
import org.kiramr.catalog.Sha256;
import org.kiramr.jobs.run.TableParts;

/**
 * What the table of fields says of a whole catalogue: its size, and one digest, the SHA-256 of a
 * line {@code field sha256} for each field, in order. It does not depend on how the fields were
 * spread over parts.
 */
public final class CatalogDigest {
  private final Map<String, String> digests = new TreeMap<>();
  private long frames;
  private long detections;

  private CatalogDigest() {}

  /**
   * Gathers the digests of the fields from the committed output.
   *
   * @param output the output directory
   */
  public static CatalogDigest of(Path output, Configuration conf) throws IOException {
    CatalogDigest digest = new CatalogDigest();
    TableParts.forEach(new Path(output, OutputTables.FIELDS.name()), conf, digest::add);
    return digest;
  }

  private void add(EcsvReader row) throws IOException {
    digests.put(row.getString("field"), row.getString("sha256"));
    frames += row.getLong("frames");
    detections += row.getLong("detections");
  }

  /** Frames in the catalogue. */
  long frames() {
    return frames;
  }

  /** Rows of the catalogue. */
  long detections() {
    return detections;
  }

  /** Fields in the catalogue. */
  int fields() {
    return digests.size();
  }

  /** The digest of each field, 64 hexadecimal digits, by its name. */
  public Map<String, String> byField() {
    return Collections.unmodifiableMap(digests);
  }

  /** The digest of the catalogue, 64 hexadecimal digits. */
  public String sha256() {
    MessageDigest digest = Sha256.digest();
    digests.forEach(
        (field, sha256) ->
            digest.update((field + " " + sha256 + "\n").getBytes(StandardCharsets.UTF_8)));
    return Sha256.hex(digest);
  }
}
