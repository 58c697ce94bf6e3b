#!/usr/bin/python3
"""Goldens of frames with masks and maps of noise: Python's sep on the pixels that astropy reads.

    companions_oracle.py [DATA] > ../resources/goldens/python-sep/companions.csv

DATA is the folder of survey images; by default shared/data beside the repository. A row is a source, with the columns
of the job's catalogue that SEP makes. Needs what sep_oracle.py needs.
"""

import csv
import os
import sys
import warnings

import numpy as np
from astropy.io import fits

import sep_oracle

DECAM = "decam-mosaic3-bok/c4d_170316_062107_%s_z_ls9.N2.fits"
KIDS = "kids-galaxy-cutouts/G266035%s.fits"


def data(path, hdu):
    return fits.getdata(path, hdu)


def decam(folder):
    """A mask of codes and weights: inverse variances, 0 for pixels that mean nothing."""
    image, codes, weight = (data(os.path.join(folder, DECAM % kind), 1) for kind in ("ooi", "ood", "oow"))
    with np.errstate(divide="ignore"):
        variance = (1.0 / weight.astype(np.float64)).astype(np.float32)
    bad = (codes != 0) | ~np.isfinite(variance) | (variance <= 0)
    return DECAM % "ooi", image, bad, {"var": variance}


def kids(folder):
    """A mask that masks nothing and standard deviations."""
    image, mask, sigma = (data(os.path.join(folder, KIDS % kind), 0) for kind in ("fitim", "mskim", "sigma"))
    sigma = np.ascontiguousarray(sigma, dtype=np.float32)
    return KIDS % "fitim", image, (mask != 0) | ~(sigma > 0), {"err": sigma}


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "../../../../../shared/data")
    warnings.simplefilter("ignore")  # astropy's, about headers that are not to the letter
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["image", "number"] + sep_oracle.COLUMNS)
    for image, pixels, bad, noise in (decam(folder), kids(folder)):
        pixels = np.ascontiguousarray(pixels, dtype=np.float32)
        pixels[bad] = np.nan
        columns = sep_oracle.extract(pixels, bad if bad.any() else None, noise)
        rows = zip(*(columns[name] for name in sep_oracle.COLUMNS))
        for number, row in enumerate(rows, start=1):
            writer.writerow([image, number, *map(sep_oracle.text, sep_oracle.COLUMNS, row)])


if __name__ == "__main__":
    sys.exit(main())
