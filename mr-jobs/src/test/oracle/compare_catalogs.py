#!/usr/bin/python3
"""Compares two catalogues: integers, flags and names equal, other numbers within a relative tolerance.

    compare_catalogs.py [--tolerance T] LEFT RIGHT

LEFT and RIGHT are each a CSV or ECSV file with a line of column names, or a directory of such parts. Rows are matched
by their identity, whatever their order. Prints the largest relative difference of each column; exits with 1 when the
catalogues differ by more than the tolerance or do not hold the same rows.
"""

import argparse
import csv
import glob
import math
import os
import sys

NAMES = ("field", "band", "image")
IDENTITY = (*NAMES, "hdu", "number")
FLOATS = set(
    "x y thresh x2 y2 xy errx2 erry2 errxy a b theta cxx cyy cxy cflux flux cpeak peak kron_radius flux_auto fluxerr_auto".split()
)


def is_float(column):
    return column in FLOATS or column.startswith(("flux_aper", "fluxerr_aper"))


def read(path):
    """A dictionary from identity to row (a dictionary of texts)."""
    parts = sorted(glob.glob(os.path.join(path, "*csv"))) if os.path.isdir(path) else [path]
    rows = {}
    for part in parts:
        with open(part, newline="", encoding="utf-8") as lines:
            for row in csv.DictReader(line for line in lines if not line.startswith("#")):
                key = tuple(row[name] for name in IDENTITY)
                if key in rows:
                    sys.exit(f"{part}: two rows of {key}")
                rows[key] = row
    return rows


def difference(column, left, right):
    """Relative difference of two texts: 0 when equal, infinite when they must be equal and are not."""
    if left == right:
        return 0.0
    if not is_float(column):
        return math.inf
    a, b = float(left), float(right)
    if a == b or (math.isnan(a) and math.isnan(b)):
        return 0.0
    if not (math.isfinite(a) and math.isfinite(b)):
        return math.inf
    return abs(a - b) / max(abs(a), abs(b))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tolerance", type=float, default=1e-6)
    parser.add_argument("left")
    parser.add_argument("right")
    options = parser.parse_args()

    left, right = read(options.left), read(options.right)
    only_left, only_right = left.keys() - right.keys(), right.keys() - left.keys()
    failed = bool(only_left or only_right or not left)
    print(f"{len(left)} and {len(right)} rows; {len(only_left)} only left, {len(only_right)} only right")
    for key in sorted(only_left | only_right)[:10]:
        print("  not in both:", *key)

    common = sorted(left.keys() & right.keys())
    columns = [name for name in (left[common[0]] if common else ()) if name in right[common[0]]]
    for column in columns:
        worst, where, different = 0.0, None, 0
        for key in common:
            delta = difference(column, left[key][column], right[key][column])
            different += delta > 0
            if delta > worst:
                worst, where = delta, key
        failed |= worst > options.tolerance
        place = f" at {' '.join(where)}: {left[where][column]} {right[where][column]}" if where else ""
        print(f"{column:16} {worst:9.2e} {different:8} differ{place}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
