package org.kiramr.bench.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
  @TempDir private Path root;

  @BeforeEach
  void makeFiles() throws IOException {
    Files.createDirectories(root.resolve("1"));
    Files.createDirectories(root.resolve("_truth"));
    Files.writeString(root.resolve("1/b frame.fit"), "second");
    Files.writeString(root.resolve("1/a.fit"), "first");
    Files.writeString(root.resolve("1/.hidden"), "x");
    Files.writeString(root.resolve("_truth/t.ecsv"), "x");
  }

  private Manifest make() throws IOException {
    return ManifestMaker.make("two", root, List.of(root));
  }

  @Test
  void listsWhatEnginesWouldReadInOrderOfPaths() throws IOException {
    assertThat(make().entries())
        .extracting(ManifestEntry::path)
        .containsExactly("1/a.fit", "1/b frame.fit");
    assertThat(make().bytes()).isEqualTo(11);
    // sha256sum of "first"
    assertThat(make().entries().get(0).sha256())
        .isEqualTo("a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e");
  }

  @Test
  void isTheSameAfterWritingAndReading() throws IOException {
    Manifest manifest = make();
    Path file = root.resolve("two.manifest");
    manifest.write(file);
    assertThat(Manifest.read(file)).isEqualTo(manifest);
    assertThat(Manifest.read(file).sha256()).isEqualTo(manifest.sha256());
  }

  @Test
  void namesTheLineThatIsWrong() throws IOException {
    Path file = Files.writeString(root.resolve("bad"), "# comment\nonly a path\n");
    assertThatThrownBy(() -> Manifest.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("bad, line 2");
    Path empty = Files.writeString(root.resolve("empty"), "# comment\n");
    assertThatThrownBy(() -> Manifest.read(empty)).hasMessageContaining("without files");
  }

  @Test
  void refusesPathsThatALineCannotHold() {
    String sha256 = "0".repeat(64);
    assertThatThrownBy(() -> new ManifestEntry("a\tb", 1, sha256))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ManifestEntry("a", 1, "abc"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesFilesOutsideOfItsRoot() {
    assertThatThrownBy(() -> ManifestMaker.make("x", root.resolve("1"), List.of(root)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not below");
  }

  @Test
  void checkFindsAChangedByteAndAChangedLength() throws IOException {
    Manifest manifest = make();
    ManifestCheck check = new ManifestCheck(manifest, root);
    check.checksums();
    Files.writeString(root.resolve("1/a.fit"), "First");
    check.lengths();
    assertThatThrownBy(check::checksums).hasMessageContaining("a.fit");
    Files.writeString(root.resolve("1/a.fit"), "longer");
    assertThatThrownBy(check::lengths).hasMessageContaining("its manifest says 5");
    Files.delete(root.resolve("1/a.fit"));
    assertThatThrownBy(check::lengths).hasMessageContaining("not there");
  }

  @Test
  void subsetsStrideEvenlyThroughTheSet() {
    List<ManifestEntry> entries =
        IntStream.range(0, 10)
            .mapToObj(i -> new ManifestEntry("f" + i, i, "0".repeat(64)))
            .toList();
    Manifest manifest = new Manifest("ten", entries);
    assertThat(manifest.subset(4).entries())
        .extracting(ManifestEntry::path)
        .containsExactly("f0", "f2", "f5", "f7");
    assertThat(manifest.subset(10)).isEqualTo(manifest);
    assertThatThrownBy(() -> manifest.subset(11)).hasMessageContaining("no subset of 11");
    assertThatThrownBy(() -> manifest.subset(0)).hasMessageContaining("no subset of 0");
  }

  @Test
  void kirasSetsHaveTheirPublishedSizes() {
    assertThat(DataSet.of("small").orElseThrow().frames(1)).isEqualTo(2310);
    assertThat(DataSet.LARGE.frames(0.1)).isEqualTo(17694);
    assertThat(DataSet.SANITY.frames(0.01)).isEqualTo(1);
    assertThat(DataSet.of("tiny")).isEmpty();
  }
}
