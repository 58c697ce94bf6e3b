package org.kiramr.oozie.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedNightTest {
  private static final String NIGHT = "2026-11-23";
  private static final String FIRST = "0000001-261123000000000-oozie-W";
  private static final String SECOND = "0000002-261123000000000-oozie-W";

  @TempDir Path directory;

  private TestStore files;
  private PublishedNight night;

  @BeforeEach
  void store() {
    files = new TestStore(directory);
    night = files.night(NIGHT);
  }

  @Test
  void theFirstVersionIs001AndTheLatest() throws IOException {
    files.stage(FIRST, "rows");
    assertThat(night.publish(FIRST).getName()).isEqualTo("001");
    assertThat(files.read(NIGHT + "/001/catalog/part-r-00000.ecsv")).isEqualTo("rows");
    assertThat(files.read(NIGHT + "/001/_workflow_id")).isEqualTo(FIRST + "\n");
    assertThat(files.read(NIGHT + "/_latest")).isEqualTo("001\n");
    assertThat(files.names("_staging")).isEmpty();
    assertThat(files.names(NIGHT)).containsExactly("001", "_latest");
  }

  @Test
  void aLaterVersionIsPutBesideTheEarlierOne() throws IOException {
    files.stage(FIRST, "rows");
    night.publish(FIRST);
    files.stage(SECOND, "rows and a late frame's");
    assertThat(night.publish(SECOND).getName()).isEqualTo("002");
    assertThat(files.read(NIGHT + "/001/catalog/part-r-00000.ecsv")).isEqualTo("rows");
    assertThat(files.read(NIGHT + "/_latest")).isEqualTo("002\n");
    assertThat(night.latest().getName()).isEqualTo("002");
  }

  @Test
  void doneTwiceIsDoneOnce() throws IOException {
    files.stage(FIRST, "rows");
    assertThat(night.publish(FIRST)).isEqualTo(night.publish(FIRST));
    assertThat(files.names(NIGHT)).containsExactly("001", "_latest");
  }

  @Test
  void whatADyingTaskLeavesAfterwardsIsNotTakenForTheWork() throws IOException {
    files.stage(FIRST, "rows");
    night.publish(FIRST);
    files.write("_staging/" + FIRST + "/catalog/_temporary/part-r-00000.ecsv", "half a");
    assertThat(night.publish(FIRST).getName()).isEqualTo("001");
    assertThat(files.names(NIGHT)).containsExactly("001", "_latest");
    assertThat(files.read(NIGHT + "/001/catalog/part-r-00000.ecsv")).isEqualTo("rows");
  }

  @Test
  void aWorkflowThatExtractedOnceMoreMakesAVersionOnceMore() throws IOException {
    files.stage(FIRST, "rows");
    night.publish(FIRST);
    files.stage(FIRST, "rows and a late frame's");
    assertThat(night.publish(FIRST).getName()).isEqualTo("002");
    assertThat(night.publish(FIRST).getName()).isEqualTo("002");
    assertThat(files.read(NIGHT + "/001/catalog/part-r-00000.ecsv")).isEqualTo("rows");
  }

  @Test
  void whatWasCutShortAfterTheRenameIsFinished() {
    files.stage(SECOND, "rows");
    moveAsIfCutShort(SECOND, "002");
    files.write(NIGHT + "/001/_workflow_id", FIRST + "\n");
    files.write(NIGHT + "/_latest", "001\n");

    assertThat(published(SECOND)).isEqualTo("002");
    assertThat(files.read(NIGHT + "/_latest")).isEqualTo("002\n");
    assertThat(files.names(NIGHT)).containsExactly("001", "002", "_latest");
  }

  @Test
  void publishingAnOldVersionAgainLeavesTheLatestTheLatest() {
    files.stage(FIRST, "rows");
    published(FIRST);
    files.stage(SECOND, "more rows");
    published(SECOND);
    assertThat(published(FIRST)).isEqualTo("001");
    assertThat(files.read(NIGHT + "/_latest")).isEqualTo("002\n");
  }

  @Test
  void aNumberThatIsTakenIsLeftAlone() throws IOException {
    files.stage(FIRST, "rows");
    files.write(NIGHT + "/001/foreign", "");
    Store store = files.store();
    assertThat(store.move(store.staging(FIRST), store.path(NIGHT + "/001"))).isFalse();
    assertThat(files.names(NIGHT + "/001")).containsExactly("foreign");
    assertThat(night.publish(FIRST).getName()).isEqualTo("002");
  }

  @Test
  void aNumberThatIsTakenAtTheLastMomentIsLeftAlone() throws IOException {
    files.stage(FIRST, "rows");
    files.stage(SECOND, "other rows");
    Store store = files.storeWithSomebodyElse("001", () -> published(SECOND));
    PublishedNight raced = new PublishedNight(store, store.night(NIGHT));
    assertThat(raced.publish(FIRST).getName()).isEqualTo("002");
    assertThat(files.read(NIGHT + "/001/catalog/part-r-00000.ecsv")).isEqualTo("other rows");
    assertThat(files.read(NIGHT + "/002/catalog/part-r-00000.ecsv")).isEqualTo("rows");
    assertThat(files.read(NIGHT + "/_latest")).isEqualTo("002\n");
  }

  /** A launcher thought to be dead, whose successor is at work, publishes after all. */
  @ParameterizedTest
  @ValueSource(strings = {"_workflow_id", "001"})
  void twoLaunchersOfOneWorkflowPublishOnce(String before) throws IOException {
    files.stage(FIRST, "rows");
    Store store = files.storeWithSomebodyElse(before, () -> published(FIRST));
    PublishedNight raced = new PublishedNight(store, store.night(NIGHT));
    assertThat(raced.publish(FIRST).getName()).isEqualTo("001");
    assertThat(files.names(NIGHT)).containsExactly("001", "_latest");
    assertThat(files.read(NIGHT + "/001/catalog/part-r-00000.ecsv")).isEqualTo("rows");
    assertThat(files.names("_staging")).isEmpty();
  }

  @Test
  void theLatestIsTheLastThoughTheFirstWritesItLater() throws IOException {
    files.stage(FIRST, "rows");
    files.stage(SECOND, "other rows");
    Store store = files.storeWithSomebodyElse("_latest", () -> published(SECOND));
    PublishedNight raced = new PublishedNight(store, store.night(NIGHT));
    assertThat(raced.publish(FIRST).getName()).isEqualTo("001");
    assertThat(files.read(NIGHT + "/_latest")).isEqualTo("002\n");
  }

  @Test
  void numbersGoOnAbove999() {
    files.write(NIGHT + "/999/_workflow_id", SECOND + "\n");
    files.stage(FIRST, "rows");
    assertThat(published(FIRST)).isEqualTo("1000");
    assertThat(files.read(NIGHT + "/_latest")).isEqualTo("1000\n");
  }

  @Test
  void whatIsNotFinishedIsNotPublished() {
    files.write("_staging/" + FIRST + "/catalog/part-r-00000.ecsv", "some rows");
    assertThatThrownBy(() -> night.publish(FIRST))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(FIRST + " is not finished");
    assertThat(files.has(NIGHT)).isFalse();
  }

  @Test
  void aWorkflowThatMadeNothingIsTold() {
    files.write(NIGHT + "/001/_workflow_id", SECOND + "\n");
    assertThatThrownBy(() -> night.publish(FIRST))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nothing to publish");
  }

  @Test
  void aNightWithoutVersionsHasNoLatest() {
    assertThatThrownBy(night::latest)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no published catalogue");
  }

  @Test
  void aHostileLabelIsRefused() {
    Store store = files.store();
    for (String label :
        new String[] {"../x", "..", "a/b", "", "_staging", "/x", "hdfs://x", "a b"}) {
      assertThatThrownBy(() -> store.night(label))
          .as(label)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("the night is '" + label + "'");
      assertThatThrownBy(() -> store.staging(label)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** What is left if the process dies after the rename, before the pointer is written. */
  private void moveAsIfCutShort(String workflow, String version) {
    files.write("_staging/" + workflow + "/_workflow_id", workflow + "\n");
    try {
      Store store = files.store();
      store.move(store.staging(workflow), store.path(NIGHT + "/" + version));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String published(String workflow) {
    try {
      return night.publish(workflow).getName();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
