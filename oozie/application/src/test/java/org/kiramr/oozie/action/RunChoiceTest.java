package org.kiramr.oozie.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunChoiceTest {
  @TempDir Path directory;

  @Test
  void aNightIsItsLatestVersion() throws IOException {
    TestStore files = new TestStore(directory);
    files.write("2026-11-22/_latest", "002\n");
    Store store = files.store();
    assertThat(RunChoice.of(directory.toUri() + "2026-11-22", store))
        .hasToString(store.path("2026-11-22/002").toString());
  }

  @Test
  void aVersionOrItsRecordIsItself() throws IOException {
    TestStore files = new TestStore(directory);
    files.write("2026-11-22/001/_provenance.json", "{}");
    for (String choice : new String[] {"file:/x/001", "file:/x/001/_provenance.json"}) {
      assertThat(RunChoice.of(choice, files.store())).hasToString(choice);
    }
  }

  @Test
  void thereIsNoLatestBeforeTheFirst() {
    assertThatThrownBy(() -> RunChoice.of("latest", new TestStore(directory).store()))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageStartingWith("nothing is published yet");
  }
}
