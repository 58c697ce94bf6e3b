package org.kiramr.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the job jar carries: all that a cluster lacks, nothing that it has, and every licence. */
class JobJarIT {
  private JarFile jar;

  @BeforeEach
  void open() throws IOException {
    jar = new JarFile(BuildOutput.jobJar().toFile());
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  @Test
  void hasOnlyItsOwnPackages() {
    assertThat(names(jar))
        .allMatch(
            name ->
                Stream.of("META-INF/", "org/kiramr/", "nom/tam/", "com/sun/jna/", "linux-")
                    .anyMatch(name::startsWith));
    assertThat(names(jar))
        .filteredOn(name -> name.startsWith("META-INF/"))
        .noneMatch(name -> name.endsWith(".class"))
        .noneMatch(name -> name.matches(".*\\.(SF|RSA|DSA)"));
  }

  @Test
  void sharesNoClassWithHadoop() throws IOException {
    Set<String> ours = classes(jar);
    List<Path> hadoopJars = jars(BuildOutput.hadoopClient());
    assertThat(hadoopJars).hasSizeGreaterThan(100);
    for (Path hadoopJar : hadoopJars) {
      try (JarFile theirs = new JarFile(hadoopJar.toFile())) {
        assertThat(classes(theirs)).as(hadoopJar.toString()).doesNotContainAnyElementsOf(ours);
      }
    }
  }

  @Test
  void hadoopsClassPathHasEachArtifactOnce() throws IOException {
    assertThat(jars(BuildOutput.hadoopClient()))
        .extracting(path -> path.getFileName().toString())
        .anyMatch(name -> name.startsWith("hadoop-client-"))
        .extracting(name -> name.replaceFirst("-\\d+(\\.\\d+)*", ""))
        .doesNotHaveDuplicates();
  }

  @Test
  void carriesItsLibraries() {
    assertThat(
            List.of(
                "org/kiramr/shaded/commons/cli/Options.class",
                "org/kiramr/shaded/commons/csv/CSVParser.class",
                "org/kiramr/shaded/commons/rng/UniformRandomProvider.class",
                "org/kiramr/shaded/jackson/databind/ObjectMapper.class",
                "nom/tam/fits/Fits.class",
                "com/sun/jna/Native.class",
                "com/sun/jna/linux-x86-64/libjnidispatch.so",
                "com/sun/jna/linux-aarch64/libjnidispatch.so",
                "linux-x86-64/libsep.so",
                "linux-x86-64/libwcs.so"))
        .allMatch(name -> jar.getEntry(name) != null);
  }

  @Test
  void everyServiceIsThere() throws IOException {
    List<String> services =
        names(jar).stream().filter(name -> name.startsWith("META-INF/services/")).toList();
    assertThat(services).isNotEmpty();
    for (String service : services) {
      assertThat(text(service).lines())
          .as(service)
          .isNotEmpty()
          .allMatch(provider -> jar.getEntry(provider.replace('.', '/') + ".class") != null);
    }
  }

  @Test
  void carriesLicencesAndNotices() throws IOException {
    assertThat(text("META-INF/LICENSE")).contains("Apache License", "Version 2.0, January 2004");
    assertThat(text("META-INF/NOTICE"))
        .contains(
            "Kira-MR",
            "libsep",
            "libwcs",
            "JNA",
            "nom-tam-fits",
            "Apache Commons CLI\n",
            "Jackson");
    assertThat(text("META-INF/licenses/nom-tam-fits.txt")).contains("public domain");
    assertThat(
            List.of(
                "META-INF/AL2.0",
                "META-INF/LGPL2.1",
                "META-INF/licenses/LGPL-3",
                "META-INF/licenses/libwcs7-copyright"))
        .allMatch(name -> jar.getEntry(name) != null);
  }

  @Test
  void namesItsMainClassAndVersion() throws IOException {
    Attributes manifest = jar.getManifest().getMainAttributes();
    assertThat(manifest.getValue(Attributes.Name.MAIN_CLASS)).isEqualTo("org.kiramr.jobs.Kira");
    assertThat(manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION)).matches("\\d+\\..+");
    assertThat(jar.getEntry("org/kiramr/jobs/Kira.class")).isNotNull();
  }

  private static List<String> names(JarFile jar) {
    return jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
  }

  private static Set<String> classes(JarFile jar) {
    return names(jar).stream()
        .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
        .collect(Collectors.toSet());
  }

  private static List<Path> jars(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private String text(String name) throws IOException {
    ZipEntry entry = jar.getEntry(name);
    assertThat(entry).as(name).isNotNull();
    try (InputStream in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
