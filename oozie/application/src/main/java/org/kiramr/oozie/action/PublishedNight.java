package org.kiramr.oozie.action;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/**
 * The published versions of a night. A version is never changed; a later one, such as one with a
 * late frame, is put beside it. What is done twice has the effect of once, at whatever point the
 * first time was cut short.
 */
final class PublishedNight {
  /** The file in a version that says which workflow published it. */
  static final String WORKFLOW = "_workflow_id";

  /** The file beside the versions that names the last. */
  static final String LATEST = "_latest";

  private static final String SUCCESS = "_SUCCESS";
  private static final Pattern VERSION = Pattern.compile("\\d{3,9}");

  private final Store store;
  private final Path directory;

  PublishedNight(Store store, Path directory) {
    this.store = store;
    this.directory = directory;
  }

  /**
   * Publishes what a workflow has made, unless it has done so before. A workflow that has extracted
   * once more since makes a version once more.
   *
   * @return the version's directory
   * @throws IOException if the workflow has made nothing, or not to the end
   */
  Path publish(String workflow) throws IOException {
    Path staging = store.staging(workflow);
    // not its existence: a dying task may make a directory there once more after the rename
    boolean isFinished = store.exists(new Path(staging, SUCCESS));
    Path version = isFinished ? move(staging, workflow) : versionOf(workflow, staging);
    pointToLatest(workflow);
    return version;
  }

  /**
   * The version that {@value #LATEST} names.
   *
   * @throws FileNotFoundException if nothing is published
   */
  Path latest() throws IOException {
    Path file = new Path(directory, LATEST);
    if (!store.exists(file)) {
      throw new FileNotFoundException(directory + " has no published catalogue: no " + LATEST);
    }
    return new Path(directory, store.read(file).strip());
  }

  private Path move(Path staging, String workflow) throws IOException {
    try {
      store.writeInto(new Path(staging, WORKFLOW), workflow + "\n");
      int number = last() + 1;
      while (!store.move(staging, version(number))) {
        // another workflow has taken the number since
        number++;
      }
      return version(number);
    } catch (FileNotFoundException e) {
      // another launcher of this workflow, thought to be dead, has moved it since
      return find(workflow).orElseThrow(() -> e);
    }
  }

  private Path versionOf(String workflow, Path staging) throws IOException {
    Optional<Path> version = find(workflow);
    if (version.isPresent()) {
      return version.get();
    }
    if (store.exists(staging)) {
      throw new IOException(staging + " is not finished: no " + SUCCESS);
    }
    throw new FileNotFoundException(
        "nothing to publish: no " + staging + ", and no version in " + directory + " is from it");
  }

  /** The last version that a workflow has published. */
  private Optional<Path> find(String workflow) throws IOException {
    for (int number = last(); number > 0; number--) {
      Path file = new Path(version(number), WORKFLOW);
      if (store.exists(file) && store.read(file).strip().equals(workflow)) {
        return Optional.of(version(number));
      }
    }
    return Optional.empty();
  }

  /**
   * Again if a later version came meanwhile, whose workflow may have written its number before us.
   */
  private void pointToLatest(String workflow) throws IOException {
    int written;
    do {
      written = last();
      store.write(new Path(directory, LATEST), version(written).getName() + "\n", workflow);
    } while (last() != written);
  }

  private int last() throws IOException {
    List<String> names = store.names(directory);
    return names.stream()
        .filter(VERSION.asMatchPredicate())
        .mapToInt(Integer::parseInt)
        .max()
        .orElse(0);
  }

  private Path version(int number) {
    return new Path(directory, "%03d".formatted(number));
  }
}
