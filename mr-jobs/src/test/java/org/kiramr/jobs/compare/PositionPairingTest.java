package org.kiramr.jobs.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nearest pairs first, each row once. */
class PositionPairingTest {
  private static final RowLayout LAYOUT =
      RowLayout.parse(
          CatalogTable.CATALOG,
          "field=string,band=string,image=string,hdu=int32,number=int32,x=float64,y=float64");

  @Test
  void theNearestPairGoesFirst() {
    // 1 is nearer to B's 1 than 2 is; 2 takes what is left
    assertThat(
            pair(
                List.of(row("a", 1, 10, 10), row("a", 2, 10.5, 10)),
                List.of(row("a", 1, 10.2, 10), row("a", 2, 11.2, 10))))
        .containsExactlyInAnyOrder("1-1", "2-2");
    assertThat(
            pair(
                List.of(row("a", 1, 10, 10), row("a", 2, 10.3, 10)),
                List.of(row("a", 1, 10.2, 10))))
        .containsExactlyInAnyOrder("2-1", "1-");
  }

  @Test
  void nothingBeyondTheRadiusIsAPair() {
    assertThat(pair(List.of(row("a", 1, 0, 0)), List.of(row("a", 9, 0.9, 0.9))))
        .containsExactlyInAnyOrder("1-", "-9");
    assertThat(pair(List.of(row("a", 1, 0, 0)), List.of(row("a", 9, -0.6, -0.8))))
        .containsExactly("1-9");
  }

  @Test
  void imagesOfTheSameNameGoFirst() {
    assertThat(
            pair(
                List.of(row("a", 1, 5, 5), row("b", 2, 5, 5)),
                List.of(row("b", 3, 5, 5), row("c", 4, 5.1, 5))))
        .containsExactlyInAnyOrder("2-3", "1-4");
  }

  @Test
  void aRowWithoutAPlaceHasNoPartner() {
    assertThat(pair(List.of(row("a", 1, Double.NaN, 5)), List.of(row("a", 1, 5, 5))))
        .containsExactlyInAnyOrder("1-", "-1");
  }

  @Test
  void rowsAtTheSamePlaceArePairedInOrder() {
    assertThat(
            pair(
                List.of(row("a", 1, 5, 5), row("a", 2, 5, 5), row("a", 3, 5, 5)),
                List.of(row("b", 7, 5, 5), row("b", 8, 5, 5))))
        .containsExactly("1-7", "2-8", "3-");
  }

  private static List<String> pair(List<Row> a, List<Row> b) {
    List<String> pairs = new ArrayList<>();
    new PositionPairing(1, LAYOUT, LAYOUT)
        .pair(
            new ArrayList<>(a),
            new ArrayList<>(b),
            new PairSink() {
              @Override
              public void both(Row rowA, Row rowB) {
                pairs.add(rowA.id().number() + "-" + rowB.id().number());
              }

              @Override
              public void only(Side side, Row row) {
                pairs.add(side == Side.A ? row.id().number() + "-" : "-" + row.id().number());
              }
            });
    return pairs;
  }

  private static Row row(String image, int number, double x, double y) {
    String text = Double.isNaN(x) ? "nan" : Double.toString(x);
    String line = "f,r," + image + ",0," + number + "," + text + "," + y;
    return new Row(LAYOUT, line.getBytes(StandardCharsets.UTF_8));
  }
}
