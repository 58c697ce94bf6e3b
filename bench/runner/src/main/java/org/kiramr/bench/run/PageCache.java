package org.kiramr.bench.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kiramr.bench.engine.Shell;

/** Puts the page cache into a known state before a run. */
enum PageCache {
  /** All inputs were read just before. */
  WARM("all inputs read before each run") {
    @Override
    void prepare(List<Path> files) throws IOException {
      byte[] buffer = new byte[1 << 20];
      for (Path file : files) {
        try (InputStream in = Files.newInputStream(file)) {
          int read = in.read(buffer);
          while (read >= 0) {
            read = in.read(buffer);
          }
        }
      }
    }
  },
  /** Nothing is in the cache, programs included: the kernel's own switch, for root only. */
  COLD_ALL("/proc/sys/vm/drop_caches before each run: inputs and programs") {
    @Override
    void prepare(List<Path> files) throws IOException, InterruptedException {
      Shell.run(List.of("sync"), Map.of());
      Files.writeString(DROP, "1\n");
    }
  },
  /** The inputs are not in the cache: the kernel is asked to forget them (posix_fadvise). */
  COLD_INPUTS("posix_fadvise(DONTNEED) on all inputs before each run") {
    @Override
    void prepare(List<Path> files) throws IOException, InterruptedException {
      List<String> sync = new ArrayList<>(List.of("sync", "-f"));
      files.stream().findFirst().ifPresent(file -> sync.add(file.toString()));
      Shell.run(sync, Map.of());
      for (Path file : files) {
        Shell.run(List.of("dd", "if=" + file, "iflag=nocache", "count=0", "status=none"), Map.of());
      }
    }
  };

  private static final Path DROP = Path.of("/proc/sys/vm/drop_caches");

  private final String method;

  PageCache(String method) {
    this.method = method;
  }

  /** How it is done, for the record. */
  String method() {
    return method;
  }

  /** Cold or warm, as well as this user can. */
  static PageCache of(boolean cold) {
    if (!cold) {
      return WARM;
    }
    return Files.isWritable(DROP) ? COLD_ALL : COLD_INPUTS;
  }

  /** Does it. */
  abstract void prepare(List<Path> files) throws IOException, InterruptedException;
}
