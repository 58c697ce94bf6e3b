package org.kiramr.bench.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks {@code kira compare} whether a catalogue that cannot be equal to the last bit is close
 * enough.
 */
public final class CatalogComparison {
  /**
   * What may differ, and why. Python's {@code sep.kron_radius} takes the axes of an ellipse and
   * computes SEP's coefficients from them, in double precision: the coefficients come back with an
   * error of some 1e-16, and what is computed with them follows. Python's sky coordinates come from
   * the copy of WCSLIB that astropy carries. Everything else has to be equal, but for the rare row
   * of {@link BorderRows}.
   */
  public static final List<String> TOLERANCES =
      List.of(
          "kron_radius=rel:1e-9",
          "flux_auto=rel:1e-9",
          "fluxerr_auto=rel:1e-9",
          "ra=abs:1e-9",
          "dec=abs:1e-9");

  private static final int SHOWN = 300;
  private static final int DIFFERENT = 3;

  private final Path checkout;
  private final List<String> tolerances;

  /**
   * @param tolerances as {@code kira compare --tolerance} takes them
   */
  public CatalogComparison(Path checkout, List<String> tolerances) {
    this.checkout = checkout;
    this.tolerances = List.copyOf(tolerances);
  }

  /**
   * Compares an output with that of the reference.
   *
   * @throws IOException if the comparison cannot be run
   */
  public Closeness closeness(Path reference, Path output) throws IOException, InterruptedException {
    Path work = output.resolveSibling(output.getFileName() + "-compared");
    Folders.delete(work);
    try {
      Path tables = Files.createDirectories(work.resolve("tables"));
      Path whole;
      try {
        whole = ComparableOutput.of(output, reference, tables);
      } catch (IOException | IllegalArgumentException e) {
        return new Closeness("its tables cannot be compared: " + e.getMessage(), 0);
      }
      return compared(reference, whole, work.resolve("result.json"));
    } finally {
      Folders.delete(work);
    }
  }

  private Closeness compared(Path reference, Path output, Path result)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(checkout.resolve("mr-jobs/bin/kira").toString());
    command.addAll(List.of("compare", "--show", "1"));
    tolerances.forEach(tolerance -> command.addAll(List.of("--tolerance", tolerance)));
    command.addAll(List.of("--json", result.toString()));
    command.addAll(List.of(reference.toString(), output.toString()));
    Shell.Ended ended = Shell.end(command, Map.of("HADOOP_CONF_DIR", ""));
    if (ended.code() == 0) {
      return Closeness.WITHIN_TOLERANCES;
    }
    OptionalLong borderRows =
        ended.code() == DIFFERENT ? BorderRows.explain(result, columns()) : OptionalLong.empty();
    return borderRows.isPresent()
        ? new Closeness(null, borderRows.getAsLong())
        : new Closeness(said(ended), 0);
  }

  private static String said(Shell.Ended ended) {
    String said = ended.text().strip().replaceAll("\\s+", " ");
    return "kira compare ended with "
        + ended.code()
        + ": "
        + said.substring(Math.max(0, said.length() - SHOWN));
  }

  private Set<String> columns() {
    return tolerances.stream()
        .map(tolerance -> tolerance.substring(0, tolerance.indexOf('=')))
        .collect(Collectors.toSet());
  }
}
