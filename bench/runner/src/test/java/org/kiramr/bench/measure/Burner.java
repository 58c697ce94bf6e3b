package org.kiramr.bench.measure;

/** A shell script that uses half a second of CPU, by the kernel's own account, and ends. */
final class Burner {
  static final String SCRIPT =
      "ticks=0; while [ $ticks -lt 50 ]; do"
          + " i=0; while [ $i -lt 5000 ]; do i=$((i + 1)); done;"
          + " read -r line < /proc/$$/stat; set -- ${line##*) };"
          + " ticks=$((${12} + ${13})); done";

  private Burner() {}
}
