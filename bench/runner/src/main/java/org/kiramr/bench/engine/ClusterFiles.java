package org.kiramr.bench.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiramr.bench.dataset.Manifest;
import org.kiramr.bench.dataset.ManifestEntry;

/** The cluster's file system, through {@code bench/bin/cluster fs}. Nothing of this is timed. */
public final class ClusterFiles {
  private static final String FOLDER = "/kira-bench";
  private static final int FILES_A_CALL = 500;

  private final Path checkout;
  private final Path conf;

  /**
   * @param conf HADOOP_CONF_DIR
   */
  public ClusterFiles(Path checkout, Path conf) {
    this.checkout = checkout;
    this.conf = conf;
  }

  /** Where an output of that name may be made. */
  public static String output(String name) {
    return FOLDER + "/output/" + name;
  }

  /**
   * Copies a data set there.
   *
   * @return the folder to which its paths are relative there
   */
  public String upload(Manifest manifest, Path root) throws IOException, InterruptedException {
    String target = FOLDER + "/input/" + manifest.sha256();
    Map<String, List<String>> byFolder = new TreeMap<>();
    for (ManifestEntry entry : manifest.entries()) {
      int slash = entry.path().lastIndexOf('/');
      String folder = slash < 0 ? target : target + "/" + entry.path().substring(0, slash);
      byFolder
          .computeIfAbsent(folder, name -> new ArrayList<>())
          .add(root.resolve(entry.path()).toUri().toString());
    }
    List<String> folders = new ArrayList<>(byFolder.keySet());
    folders.add(FOLDER + "/output");
    shell("-mkdir", List.of("-p"), folders, "");
    for (Map.Entry<String, List<String>> folder : byFolder.entrySet()) {
      List<String> files = folder.getValue();
      for (int i = 0; i < files.size(); i += FILES_A_CALL) {
        List<String> some = files.subList(i, Math.min(files.size(), i + FILES_A_CALL));
        shell("-put", List.of("-f"), some, folder.getKey());
      }
    }
    return target;
  }

  /** Copies an output from there to a local directory that does not exist. */
  public void download(String output, Path target) throws IOException, InterruptedException {
    shell("-get", List.of(), List.of(output), target.toString());
  }

  /** Removes an output there, if there is one. */
  public void delete(String output) throws IOException, InterruptedException {
    shell("-rm", List.of("-r", "-f", "-skipTrash"), List.of(output), "");
  }

  private void shell(String verb, List<String> flags, List<String> paths, String target)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(checkout.resolve("bench/bin/cluster").toString(), "fs", verb));
    command.addAll(flags);
    command.addAll(paths);
    if (!target.isEmpty()) {
      command.add(target);
    }
    Shell.run(command, Map.of("HADOOP_CONF_DIR", conf.toString()));
  }
}
