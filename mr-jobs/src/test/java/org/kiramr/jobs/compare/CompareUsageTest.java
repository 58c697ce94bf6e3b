package org.kiramr.jobs.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kiramr.jobs.cli.UsageException;

/** Wrong usage is refused in one line. */
class CompareUsageTest {
  @TempDir private Path directory;
  private String a;
  private String b;

  @BeforeEach
  void writeBoth() throws Exception {
    a = TestCatalogue.usual().write(directory.resolve("a"), 1).toString();
    b = TestCatalogue.usual().write(directory.resolve("b"), 1).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "--tolerance, fluxx=abs:1, no such column",
    "--tolerance, flux=1e-6, abs:X",
    "--tolerance, flux, abs:X",
    "--tolerance, flux=abs:-1, 0 or more",
    "--tolerance, flux=abs:much, not a number",
    "--tolerance, 'flux=abs:1,abs:2', must be",
    "--tolerance, number=abs:1, tells rows apart",
    "--ignore, image, tells rows apart",
    "--ignore, magnitude, no such column",
    "--match, name, identity or position",
    "--radius, 0, must be from",
    "--show, -1, must be from",
    "--reducers, few, not a number",
  })
  void aWrongValueIsNamed(String option, String value, String complaint) {
    assertUsage(complaint, option, value, a, b);
  }

  @Test
  void twoCataloguesAreNeeded() {
    assertUsage("two catalogues, not 1", a);
    assertUsage("two catalogues, not 3", a, b, a);
    assertUsage("the same", a, a);
  }

  @Test
  void whatIsNoCatalogueIsNamed() throws Exception {
    assertUsage("no such directory", a, directory.resolve("none").toString());
    Path empty = Files.createDirectory(directory.resolve("empty"));
    assertUsage("neither fields/ nor fields.csv", a, empty.toString());
    Files.createDirectory(Path.of(b).resolve("_temporary"));
    assertUsage("did not end", a, b);
  }

  @Test
  void anOutputWithoutItsMarkIsThatOfARunThatDidNotEnd() throws Exception {
    Files.delete(Path.of(b).resolve("_SUCCESS"));
    assertUsage("has no _SUCCESS: the run that was to write the catalogue did not end", a, b);
  }

  @Test
  void otherFormatsAreNamed() throws Exception {
    Files.createFile(Path.of(b).resolve("catalog/field.fits"));
    assertUsage("only ECSV", a, b);
  }

  private void assertUsage(String complaint, String... words) {
    assertThatThrownBy(() -> new CompareRun(directory).run(words))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(complaint)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }
}
