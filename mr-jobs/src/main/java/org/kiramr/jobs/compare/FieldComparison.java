package org.kiramr.jobs.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds two tables of fields against each other: which fields have to be read. */
final class FieldComparison {
  private final FieldTable a;
  private final FieldTable b;
  private final List<String> different = new ArrayList<>();
  private final List<String> onlyInA = new ArrayList<>();
  private final List<String> onlyInB = new ArrayList<>();
  private int otherFrames;
  private int otherValues;

  FieldComparison(FieldTable a, FieldTable b) {
    this.a = a;
    this.b = b;
    for (Map.Entry<String, FieldTable.Entry> field : a.fields().entrySet()) {
      FieldTable.Entry other = b.fields().get(field.getKey());
      if (other == null) {
        onlyInA.add(field.getKey());
        continue;
      }
      if (!field.getValue().isLike(other)) {
        different.add(field.getKey());
        otherFrames += field.getValue().hasFramesOf(other) ? 0 : 1;
      }
      otherValues += field.getValue().hasValuesOf(other) ? 0 : 1;
    }
    b.fields().keySet().stream()
        .filter(field -> !a.fields().containsKey(field))
        .forEach(onlyInB::add);
  }

  /** What there is to tell. */
  FieldsDifference result(int show) {
    return new FieldsDifference(
        a.fields().size(),
        b.fields().size(),
        a.fields().size() - onlyInA.size() - different.size(),
        different.size(),
        otherFrames,
        otherValues,
        onlyInA.size(),
        onlyInB.size(),
        first(different, show),
        first(onlyInA, show),
        first(onlyInB, show));
  }

  /** The fields that are not equal, and where they are. */
  FieldSelection selection() {
    Set<String> fields = new HashSet<>(different);
    fields.addAll(onlyInA);
    fields.addAll(onlyInB);
    return new FieldSelection(fields, parts(a, fields), parts(b, fields), Set.of());
  }

  private static Set<String> parts(FieldTable table, Set<String> fields) {
    Set<String> parts = new HashSet<>();
    for (String field : fields) {
      FieldTable.Entry entry = table.fields().get(field);
      if (entry != null) {
        parts.add(entry.part());
      }
    }
    return parts;
  }

  private static List<String> first(List<String> names, int show) {
    return names.subList(0, Math.min(show, names.size()));
  }
}
