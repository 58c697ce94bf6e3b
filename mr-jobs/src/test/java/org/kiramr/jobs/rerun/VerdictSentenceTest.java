package org.kiramr.jobs.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kiramr.jobs.compare.CatalogComparison;
import org.kiramr.jobs.compare.FieldsDifference;
import org.kiramr.jobs.compare.Match;
import org.kiramr.jobs.compare.RejectsDifference;
import org.kiramr.jobs.compare.Verdict;

/** The line is one line and names a few. */
class VerdictSentenceTest {
  @Test
  void aFewAreNamedTheOthersCounted() {
    List<MissingInput> missing =
        IntStream.rangeClosed(1, 1234)
            .mapToObj(i -> new MissingInput("f" + i + ".fits", "/in/f" + i + ".fits"))
            .toList();
    InputChanges inputs = new InputChanges(2000, List.of(), missing, List.of("/in/new.fits"));
    assertThat(new VerdictSentence(RerunVerdict.INPUTS_CHANGED, inputs, List.of(), null).text())
        .isEqualTo(
            "inputs changed: 1,234 are missing (f1.fits, f2.fits, f3.fits and 1231 more);"
                + " none is left; 1 new file was not extracted");
  }

  @Test
  void anotherCodeOfARejectIsADifference() {
    CatalogComparison comparison =
        new CatalogComparison(
            "a",
            "b",
            Verdict.DIFFERENT,
            Match.IDENTITY,
            List.of(),
            0,
            new FieldsDifference(1, 1, 1, 0, 0, 0, 0, 0, List.of(), List.of(), List.of()),
            List.of(),
            List.of(),
            null,
            null,
            0,
            List.of(),
            new RejectsDifference(3, 2, 0, 0, List.of()));
    InputChanges inputs = new InputChanges(1, List.of(), List.of(), List.of());
    assertThat(new VerdictSentence(RerunVerdict.DIFFERENT, inputs, List.of(), comparison).text())
        .isEqualTo("different: 2 rejects with another code");
  }

  @Test
  void itIsOneLineWhateverTheRecordSays() {
    InputChanges inputs = new InputChanges(1, List.of(), List.of(), List.of());
    List<NamedChange> versions = List.of(new NamedChange("a\nb\tc\u001b", "1", "2"));
    assertThat(new VerdictSentence(RerunVerdict.REPRODUCED, inputs, versions, null).text())
        .isEqualTo("reproduced bit for bit; other versions: a?b?c?");
  }
}
