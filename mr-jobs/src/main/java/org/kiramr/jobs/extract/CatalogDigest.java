package org.kiramr.jobs.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.kiramr.catalog.EcsvReader;
import org.kiramr.catalog.OutputTables;

/**
 * One digest for a whole catalogue: the SHA-256 of a line {@code field sha256} for each field, in
 * order. It does not depend on how the fields were spread over parts.
 */
final class CatalogDigest {
  private final Map<String, String> digests = new TreeMap<>();

  private CatalogDigest() {}

  /**
   * Gathers the digests of the fields from the committed output.
   *
   * @param output the output directory
   */
  static CatalogDigest of(Path output, Configuration conf) throws IOException {
    CatalogDigest digest = new CatalogDigest();
    Path fields = new Path(output, OutputTables.FIELDS.name());
    FileSystem fileSystem = fields.getFileSystem(conf);
    for (FileStatus part : fileSystem.listStatus(fields)) {
      try (EcsvReader reader = new EcsvReader(fileSystem.open(part.getPath()))) {
        while (reader.next()) {
          digest.digests.put(reader.getString("field"), reader.getString("sha256"));
        }
      }
    }
    return digest;
  }

  /** Fields in the catalogue. */
  int fields() {
    return digests.size();
  }

  /** The digest of the catalogue, 64 hexadecimal digits. */
  String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digests.forEach(
          (field, sha256) ->
              digest.update((field + " " + sha256 + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
