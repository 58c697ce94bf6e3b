package org.kiramr.bench.run;

import java.util.ArrayList;
import java.util.List;
import org.kiramr.bench.engine.Engine;
import org.kiramr.bench.engine.Place;

/**
 * Who runs when. The repeats are outermost, so that a machine that becomes slower or faster with
 * time does so for all engines alike; sizes rise in one repeat and fall in the next, so that it is
 * not taken for the cost of a frame; at every size all engines take a turn; who comes first changes
 * from size to size and from repeat to repeat.
 */
final class TurnOrder {
  private TurnOrder() {}

  /**
   * All turns of a session.
   *
   * @param frames sizes for engines on this machine
   * @param clusterFrames sizes for engines on a cluster
   */
  static List<Turn> of(
      List<Engine> engines,
      List<Integer> frames,
      List<Integer> clusterFrames,
      int repeats,
      List<Integer> cores) {
    List<Integer> sizes = new ArrayList<>(frames);
    clusterFrames.stream().filter(size -> !sizes.contains(size)).forEach(sizes::add);
    sizes.sort(null);
    List<Turn> turns = new ArrayList<>();
    for (int repeat = 1; repeat <= repeats; repeat++) {
      for (int allowed : cores) {
        for (int i = 0; i < sizes.size(); i++) {
          int place = repeat % 2 == 0 ? sizes.size() - 1 - i : i;
          int size = sizes.get(place);
          for (int k = 0; k < engines.size(); k++) {
            Engine engine = engines.get((k + place + repeat - 1) % engines.size());
            boolean local = engine.place() == Place.LOCAL;
            if ((local ? frames : clusterFrames).contains(size)) {
              turns.add(new Turn(turns.size() + 1, engine, size, repeat, allowed));
            }
          }
        }
      }
    }
    return turns;
  }
}
