package org.kiramr.oozie.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;

/** The directory of catalogues on the local file system, seen from outside. */
final class TestStore {
  private final Path directory;

  TestStore(Path directory) {
    this.directory = directory;
  }

  Store store() {
    try {
      return Store.of(directory.toUri().toString(), new Configuration());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same, but somebody else does something first when a file is written, or moved to, that has
   * this name; once.
   */
  Store storeWithSomebodyElse(String name, Runnable somebodyElse) throws IOException {
    return new Store(
        FileContext.getFileContext(directory.toUri(), new Configuration()),
        new org.apache.hadoop.fs.Path(directory.toUri())) {
      private boolean done;

      @Override
      void write(org.apache.hadoop.fs.Path file, String text, String writer) throws IOException {
        comeBetween(file);
        super.write(file, text, writer);
      }

      @Override
      void writeInto(org.apache.hadoop.fs.Path file, String text) throws IOException {
        comeBetween(file);
        super.writeInto(file, text);
      }

      @Override
      boolean move(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to)
          throws IOException {
        comeBetween(to);
        return super.move(from, to);
      }

      private void comeBetween(org.apache.hadoop.fs.Path file) {
        if (!done && file.getName().equals(name)) {
          done = true;
          somebodyElse.run();
        }
      }
    };
  }

  PublishedNight night(String label) {
    return new PublishedNight(store(), store().night(label));
  }

  /** Makes what a workflow has in its staging directory once it has extracted. */
  void stage(String workflow, String catalogue) {
    write("_staging/" + workflow + "/catalog/part-r-00000.ecsv", catalogue);
    write("_staging/" + workflow + "/_SUCCESS", "");
  }

  void write(String file, String text) {
    try {
      Path path = directory.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String file) {
    try {
      return Files.readString(directory.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String file) {
    return Files.exists(directory.resolve(file));
  }

  /** The names in a directory, without the checksums of Hadoop's local file system. */
  List<String> names(String file) {
    try (Stream<Path> paths = Files.list(directory.resolve(file))) {
      return paths
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.endsWith(".crc"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
