package org.kiramr.cluster.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.kiramr.cluster.BuildOutput;

/** The job jar with {@link Probe} in it, as its main class. */
public final class ProbeJar {
  private static final Class<?>[] CLASSES = {
    Probe.class, ProbeFacts.class, ProbeMapper.class, ProbeReducer.class
  };

  private ProbeJar() {}

  /** Makes the jar. */
  public static Path create() throws IOException {
    Path jar = BuildOutput.directory().resolve("probe.jar");
    Files.copy(BuildOutput.jobJar(), jar, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
      for (Class<?> type : CLASSES) {
        String name = type.getName().replace('.', '/') + ".class";
        Files.createDirectories(zip.getPath(name).getParent());
        try (InputStream in = type.getResourceAsStream("/" + name)) {
          Files.copy(in, zip.getPath(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      Manifest manifest = new Manifest();
      manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
      manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Probe.class.getName());
      try (OutputStream out = Files.newOutputStream(zip.getPath("META-INF/MANIFEST.MF"))) {
        manifest.write(out);
      }
    }
    return jar;
  }
}
