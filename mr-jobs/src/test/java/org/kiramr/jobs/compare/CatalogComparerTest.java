package org.kiramr.jobs.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.TaskCounter;
import org.junit.jupiter.api.Test;

/** What is said while the job runs. */
class CatalogComparerTest {
  @Test
  void rowsThatHaveMetAreNotYetCompared() {
    Counters counters = new Counters();
    counters.findCounter(TaskCounter.MAP_INPUT_RECORDS).setValue(1_234_567);
    counters.findCounter(TaskCounter.REDUCE_INPUT_RECORDS).setValue(2000);

    assertThat(CatalogComparer.account(counters))
        .isEqualTo("1,234,567 rows read, 2,000 brought together by field");
  }
}
