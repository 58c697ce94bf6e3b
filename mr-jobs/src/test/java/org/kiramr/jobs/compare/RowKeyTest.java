package org.kiramr.jobs.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.io.DataInputBuffer;
import org.apache.hadoop.io.DataOutputBuffer;
import org.apache.hadoop.io.RawComparator;
import org.junit.jupiter.api.Test;

/** Keys sort as the catalogue does, read or stored. */
class RowKeyTest {
  /** In the catalogue's order. */
  private static final List<RowId> ROWS =
      List.of(
          new RowId("a", "", "i", 0, 1),
          new RowId("a", "", "i", 0, 2),
          new RowId("a", "", "i", 0, 10),
          new RowId("a", "", "i", 1, 1),
          new RowId("a", "", "i", 256, 1),
          new RowId("a", "", "i ", 0, 1),
          new RowId("a", "", "ia", 0, 1),
          new RowId("a", "g", "i", 0, 300),
          new RowId("a", "r", "\uff5e", 0, 1),
          new RowId("a", "r", "\ud83d\ude00", 0, 1),
          new RowId("a-b", "", "i", 0, 1),
          new RowId("ab", "", "i", 0, 1));

  @Test
  void byIdentityKeysAreInTheCataloguesOrder() throws IOException {
    List<RowKey> keys = new ArrayList<>();
    for (RowId row : ROWS) {
      keys.add(key(Match.IDENTITY, Side.A, row));
      keys.add(key(Match.IDENTITY, Side.B, row));
    }
    List<RowKey> sorted = new ArrayList<>(keys);
    Collections.shuffle(sorted, new Random(1));
    Collections.sort(sorted);
    assertThat(sorted).isEqualTo(keys);
    RowKeyComparator stored = new RowKeyComparator();
    for (int i = 1; i < keys.size(); i++) {
      assertThat(compare(stored, keys.get(i - 1), keys.get(i))).isNegative();
    }
    List<RowId> rows = new ArrayList<>(ROWS);
    Collections.shuffle(rows, new Random(1));
    Collections.sort(rows);
    assertThat(rows).isEqualTo(ROWS);
  }

  @Test
  void oneReduceCallIsAField() throws IOException {
    RowFieldComparator fields = new RowFieldComparator();
    RowKey one = key(Match.IDENTITY, Side.A, ROWS.get(0));
    RowKey same = key(Match.IDENTITY, Side.B, ROWS.get(8));
    RowKey other = key(Match.IDENTITY, Side.A, ROWS.get(11));
    assertThat(fields.compare(one, same)).isZero();
    assertThat(compare(fields, one, same)).isZero();
    assertThat(fields.compare(one, other)).isNegative();
    assertThat(compare(fields, one, other)).isNegative();
    assertThat(one.partition(7)).isEqualTo(same.partition(7)).isBetween(0, 6);
    assertThat(one.field()).isEqualTo("a");
  }

  @Test
  void byPositionThePlaneMakesTheGroup() {
    RowKey one = key(Match.POSITION, Side.A, new RowId("f", "r", "a.fits", 0, 1));
    RowKey otherImage = key(Match.POSITION, Side.B, new RowId("f", "r", "b.fits", 0, 7));
    RowKey otherPlane =
        key(Match.POSITION, Side.B, new RowId("f", "r", "b.fits[0][*,*,2:2]", 0, 7));
    RowKey otherHdu = key(Match.POSITION, Side.B, new RowId("f", "r", "a.fits", 1, 1));
    assertThat(otherImage.isOf(one.copyGroup())).isTrue();
    assertThat(otherPlane.isOf(one.copyGroup())).isFalse();
    assertThat(otherHdu.isOf(one.copyGroup())).isFalse();
  }

  @Test
  void aZeroByteIsRefused() {
    assertThatThrownBy(() -> key(Match.IDENTITY, Side.A, new RowId("f", "r", "a\0b", 0, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RowKey key(Match match, Side side, RowId id) {
    return RowKey.of(match, new PartTag(side, CatalogTable.CATALOG), id);
  }

  private static int compare(RawComparator<?> comparator, RowKey a, RowKey b) throws IOException {
    byte[] one = bytes(a);
    byte[] other = bytes(b);
    return comparator.compare(one, 0, one.length, other, 0, other.length);
  }

  private static byte[] bytes(RowKey key) throws IOException {
    DataOutputBuffer out = new DataOutputBuffer();
    key.write(out);
    byte[] bytes = Arrays.copyOf(out.getData(), out.getLength());
    DataInputBuffer in = new DataInputBuffer();
    in.reset(bytes, bytes.length);
    RowKey back = new RowKey();
    back.readFields(in);
    assertThat(back).isEqualTo(key);
    return bytes;
  }
}
