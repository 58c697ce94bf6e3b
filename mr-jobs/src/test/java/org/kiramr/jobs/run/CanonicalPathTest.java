package org.kiramr.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One place has one canonical path, by whatever name it is reached. */
class CanonicalPathTest {
  private final Configuration conf = new Configuration();

  @TempDir private java.nio.file.Path directory;
  private java.nio.file.Path real;
  private java.nio.file.Path link;

  @BeforeEach
  void link() throws IOException {
    // the directory for temporary files may be behind a link itself
    real = Files.createDirectory(directory.toRealPath().resolve("a b%20c"));
    link = Files.createSymbolicLink(directory.resolve("link"), real);
  }

  private CanonicalPath of(java.nio.file.Path path) throws IOException {
    return CanonicalPath.of(new Path(path.toUri()), conf);
  }

  @Test
  void localLinksAreFollowed() throws IOException {
    assertThat(of(link)).isEqualTo(of(real));
    assertThat(of(link).path()).isEqualTo(new Path(real.toString()));
  }

  @Test
  void whatDoesNotExistIsInItsParent() throws IOException {
    assertThat(of(link.resolve("x/y:z"))).isEqualTo(of(real.resolve("x/y:z")));
    assertThat(of(link.resolve("x/y:z")).path().getName()).isEqualTo("y:z");
  }

  @Test
  void aDirectoryHoldsItselfAndWhatIsBelow() throws IOException {
    assertThat(of(link).isIn(of(real))).isTrue();
    assertThat(of(real.resolve("x/y")).isIn(of(link))).isTrue();
    assertThat(of(real).isIn(of(real.resolve("x")))).isFalse();
    assertThat(of(directory.resolve("a b%20cd")).isIn(of(real))).isFalse();
  }

  @Test
  void aServerIsTheSameWithItsDefaultPortAndByItsAddress() throws IOException {
    conf.setClass("fs.server.impl", ServerFileSystem.class, FileSystem.class);
    CanonicalPath named = onServer("localhost");
    assertThat(onServer("127.0.0.1:8020")).isEqualTo(named);
    assertThat(onServer("localhost:9000")).isNotEqualTo(named);
    assertThat(onServer("localhost:9000").isIn(named)).isFalse();
    assertThat(of(real).isIn(named)).isFalse();
  }

  @Test
  void anAuthorityThatIsNoServerStandsForItself() throws IOException {
    conf.setClass("fs.server.impl", ServerFileSystem.class, FileSystem.class);
    assertThat(onServer("no-server.invalid").fileSystem()).isEqualTo("server://no-server.invalid");
  }

  private CanonicalPath onServer(String authority) throws IOException {
    return CanonicalPath.of(new Path("server", authority, real.toString()), conf);
  }

  /** The local files as those of a server. */
  static final class ServerFileSystem extends RawLocalFileSystem {
    private URI uri;

    @Override
    public void initialize(URI name, Configuration configuration) throws IOException {
      uri = URI.create(name.getScheme() + "://" + name.getAuthority());
      super.initialize(name, configuration);
    }

    /** The superclass asks before it is initialized. */
    @Override
    public URI getUri() {
      return uri == null ? super.getUri() : uri;
    }

    @Override
    protected int getDefaultPort() {
      return 8020;
    }
  }
}
