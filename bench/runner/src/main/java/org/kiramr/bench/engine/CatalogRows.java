package org.kiramr.bench.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kiramr.bench.dataset.Sha256;

/**
 * Digests the rows of catalogues as they stand in their files, so that no engine has to be
 * believed. A file is CSV or ECSV: comments that begin with {@code #}, a line of names, rows. A
 * field's rows are in one file, in order.
 */
final class CatalogRows {
  private final Map<String, MessageDigest> fields = new TreeMap<>();
  private long rows;

  void add(List<Path> files) throws IOException {
    for (Path file : files) {
      add(file);
    }
  }

  private void add(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      boolean header = true;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (header) {
          header = line.startsWith("#");
          continue;
        }
        // names of fields have neither commas nor quotes
        String field = line.substring(0, Math.max(0, line.indexOf(',')));
        MessageDigest digest = fields.computeIfAbsent(field, name -> Sha256.digest());
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        rows++;
      }
    }
  }

  /** A field without rows has the digest of nothing. */
  void addEmptyField(String field) {
    fields.computeIfAbsent(field, name -> Sha256.digest());
  }

  long rows() {
    return rows;
  }

  /** Digests by field, in order; to be called once. */
  Map<String, String> digests() {
    Map<String, String> digests = new TreeMap<>();
    fields.forEach((field, digest) -> digests.put(field, Sha256.hex(digest)));
    return digests;
  }

  /** One digest of them all. */
  static String sha256(Map<String, String> digests) {
    return Sha256.of(
        new TreeMap<>(digests)
            .entrySet().stream()
                .map(field -> field.getKey() + " " + field.getValue() + "\n")
                .collect(Collectors.joining()));
  }
}
