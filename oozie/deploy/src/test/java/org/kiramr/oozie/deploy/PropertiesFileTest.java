package org.kiramr.oozie.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertiesFileTest {
  @TempDir Path temporary;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = temporary.resolve("job.properties");
    Files.writeString(
        file,
        """
        # first = not this
        a = 1

        b : long \\
            value
        # about c\\
        c=3
        """);
  }

  @Test
  void readsAsJavaDoes() throws IOException {
    assertThat(PropertiesFile.read(file).values())
        .containsExactly(entry("a", "1"), entry("b", "long value"), entry("c", "3"));
  }

  @Test
  void changedValueStaysInItsPlaceAndCommentsStay() throws IOException {
    Path changed = temporary.resolve("changed");
    PropertiesFile.read(file).with("b", "2").with("d", " a\\b\u00e9=#").write(changed);

    assertThat(Files.readAllLines(changed))
        .startsWith("# first = not this", "a = 1", "", "b=2", "# about c\\", "c=3");
    Properties java = new Properties();
    java.load(Files.newBufferedReader(changed));
    assertThat(java).containsEntry("b", "2").containsEntry("d", " a\\b\u00e9=#").hasSize(4);
  }

  @Test
  void headStandsBeforeAllElse() throws IOException {
    Path changed = temporary.resolve("changed");
    PropertiesFile.read(file).headed(List.of("for a test")).write(changed);

    assertThat(Files.readAllLines(changed)).startsWith("# for a test", "", "# first = not this");
  }

  @Test
  void repeatedNamesAreTold() throws IOException {
    Files.writeString(file, "a=1\nb=2\na=3\n");

    assertThat(PropertiesFile.read(file).repeated()).containsExactly("a");
    assertThat(PropertiesFile.read(file).values()).containsEntry("a", "3");
  }

  @Test
  void escapeWithoutMeaningIsRefused() throws IOException {
    Files.writeString(file, "a=\\u00\n");

    assertThatThrownBy(() -> PropertiesFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("job.properties: a=\\u00: ");
  }
}
