package org.kiramr.fits;

import static org.kiramr.fits.FitsBytes.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What fuzzing begins with: the small files of the real data, and smaller ones made here. */
final class FuzzSeeds {
  /** What the fuzzer changes in longer ones is seldom something that matters. */
  private static final int MAX_BYTES = 48_000;

  /** Of longer files the headers, and data that end early. */
  private static final int MAX_COMPACT_BYTES = 12_000;

  private static final int[] BITPIX = {8, 16, 32, 64, -32, -64};

  private FuzzSeeds() {}

  /**
   * Writes the seeds as files, for the fuzzer.
   *
   * @param args the folder to write them to, and that of what the fuzzer adds
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Files.createDirectories(Path.of(args[1]));
    Map<String, byte[]> seeds = made();
    seeds.putAll(real(SharedData.folder()));
    for (Map.Entry<String, byte[]> seed : seeds.entrySet()) {
      Files.write(
          folder.resolve(seed.getKey().replaceAll("[^A-Za-z0-9._+-]", "_")), seed.getValue());
    }
  }

  /** Small files of every pixel type and in every compression. */
  static Map<String, byte[]> made() {
    Map<String, byte[]> seeds = new TreeMap<>();
    for (int bitpix : BITPIX) {
      byte[] file =
          new FitsBytes()
              .image(bitpix, 8, 4, card("BSCALE", "2.5"), card("BZERO", "-1D1"), card("BLANK", 3))
              .data(ramp(32 * Math.abs(bitpix) / 8))
              .imageExtension(bitpix, 4, 4, card("EXTNAME", "'SCI'"), card("DATASUM", "'1'"))
              .data(ramp(16 * Math.abs(bitpix) / 8))
              .bytes();
      String name = "made" + bitpix;
      seeds.put(name, file);
      seeds.put(name + ".compact", CompactFits.of(file));
      for (char compression : new char[] {'g', 'b'}) {
        byte[] compressed = CompactFits.of(file);
        compressed[1] = (byte) compression;
        seeds.put(name + ".compact." + compression, compressed);
      }
    }
    TiledSeeds.made()
        .forEach(
            (name, file) -> {
              seeds.put(name, file);
              seeds.put(name + ".compact", CompactFits.of(file));
            });
    byte[] small = FitsBytes.ramp16(5, 5);
    seeds.put("made.gz", FitsBytes.gzip(small));
    seeds.put("made2.gz", FitsBytes.join(FitsBytes.gzip(small), FitsBytes.gzip(new byte[0])));
    seeds.put("made.bz2", FitsBytes.bzip2(small));
    seeds.put("made2.bz2", FitsBytes.join(FitsBytes.bzip2(small), FitsBytes.bzip2(new byte[9])));
    return seeds;
  }

  private static byte[] ramp(int n) {
    byte[] bytes = new byte[n];
    for (int i = 0; i < n; i++) {
      bytes[i] = (byte) (37 * i);
    }
    return bytes;
  }

  /** The small ones of the real files, and of plain ones the compact form. */
  static Map<String, byte[]> real(Path folder) throws IOException {
    Map<String, byte[]> seeds = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(path).toString();
        if (Files.size(path) > 300_000 || name.endsWith(".md")) {
          continue;
        }
        byte[] file = Files.readAllBytes(path);
        if (file.length <= MAX_BYTES) {
          seeds.put(name, file);
        }
        if (file.length > HeaderText.BLOCK && file[0] == 'S') {
          byte[] compact = CompactFits.of(file);
          seeds.put(
              name + ".compact",
              Arrays.copyOf(compact, Math.min(compact.length, MAX_COMPACT_BYTES)));
        }
      }
    }
    return seeds;
  }
}
