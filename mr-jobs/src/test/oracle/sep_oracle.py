#!/usr/bin/python3
"""The reference extraction by Python's sep: an oracle that shares no code with the Java job or the C program.

    sep_oracle.py -o DIR INPUT...

INPUT is a FITS file or a directory, walked recursively. Writes DIR/catalog.csv, with the columns of the job's catalogue
that SEP makes (the sky coordinates have an oracle of their own, sep-native/src/test/oracle/make-wcs-golden.py), and DIR/column-sums.csv, one row a frame with the sum of each numeric column. Every parameter is the reference's;
design.md, section 5, says which. Needs Debian's python3-sep, python3-astropy and python3-numpy.

Where Python's sep asks for something else than libsep does:
- kron_radius takes axes, libsep takes the ellipse's coefficients. The axes given here are computed in double from
  the source's own coefficients (ellipse_axes), so that libsep gets back the same ellipse; with the rounded columns a, b, theta it would
  get a slightly different one.
- extract filters with a matched filter by default; without noise both filters are the same, here it is named.
"""

import argparse
import csv
import math
import os
import re
import sys
import warnings

import numpy as np
import sep
from astropy.io import fits

SOURCE_COLUMNS = (
    "x y xmin xmax ymin ymax xpeak ypeak xcpeak ycpeak npix tnpix thresh x2 y2 xy errx2 erry2 errxy "
    "a b theta cxx cyy cxy cflux flux cpeak peak flag"
).split()
PHOTOMETRY_COLUMNS = (
    "flux_aper_1 fluxerr_aper_1 flag_aper_1 kron_radius flux_auto fluxerr_auto flag_auto"
).split()
FLOAT32_COLUMNS = set("thresh a b theta cxx cyy cxy cflux flux cpeak peak".split())
ID_COLUMNS = "field band image hdu number".split()
COLUMNS = SOURCE_COLUMNS + PHOTOMETRY_COLUMNS

KERNEL = np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]], dtype=np.float32)
SUFFIXES = re.compile(r"(\.(fits|fit|fts|fz|gz|bz2|z))+$", re.IGNORECASE)
SDSS_NAMES = (
    re.compile(r"fpC-(?P<run>\d{6})-(?P<band>[ugriz])(?P<camcol>\d)-(?P<field>\d{4})"),
    re.compile(r"frame-(?P<band>[ugriz])-(?P<run>\d{6})-(?P<camcol>\d)-(?P<field>\d{4})"),
)


def identity(cards, name):
    """Field and band of a frame from its cards and its file name."""

    def card(keyword):
        return str(cards.get(keyword, "")).strip()

    run, camcol, filter_card = card("RUN"), card("CAMCOL"), card("FILTER")
    match = next(filter(None, (pattern.match(name) for pattern in SDSS_NAMES)), None)
    band = filter_card or (match["band"] if match else "")
    number = card("FIELD") or frame_less_offset(card)
    if all(value.isdecimal() for value in (run, camcol, number)):
        field = f"{int(run):06}-{int(camcol)}-{int(number):04}"
    elif match:
        field = "-".join((match["run"], match["camcol"], match["field"]))
    else:
        field = SUFFIXES.sub("", name) or name
    return sanitise(field), sanitise(band)


def frame_less_offset(card):
    """The field by FRAME: each row of the camera sees a field two frames later than the row before."""
    row = "riuzg".find(card("FILTER")) if len(card("FILTER")) == 1 else -1
    offset = 2 * row if row >= 0 and card("CAMROW") == str(row + 1) else 0
    return str(int(card("FRAME")) - offset) if card("FRAME").isdecimal() else ""


def sanitise(name):
    name = re.sub(r"[^A-Za-z0-9._+-]", "_", name)
    return re.sub(r"^\.+", lambda dots: "_" * len(dots[0]), name)[:100]


def pixels_and_mask(hdu):
    """Scaled pixels, NaN where masked, and the mask, or None when nothing is masked."""
    header, raw = hdu.header, hdu.data
    bitpix = hdu._orig_bitpix
    scaled = header.get("BSCALE", 1) * raw.astype(np.float64) + header.get("BZERO", 0)
    if bitpix > 0 and "BLANK" in header:
        scaled[raw == header["BLANK"]] = np.nan
    with np.errstate(over="ignore"):
        pixels = np.ascontiguousarray(scaled, dtype=np.float64 if abs(bitpix) == 64 else np.float32)
    mask = ~np.isfinite(pixels)
    pixels[mask] = np.nan
    return pixels, mask if mask.any() else None


def extract(pixels, mask, noise_map=None):
    """The reference extraction: a dictionary of columns.

    noise_map is {"err": standard deviations} or {"var": variances} by pixel: then the threshold is a multiple of them.
    """
    background = sep.Background(pixels, mask=mask, bw=64, bh=64, fw=3, fh=3, fthresh=0.0)
    background.subfrom(pixels)
    rms = background.globalrms
    sources = sep.extract(
        pixels,
        1.5 if noise_map else 1.5 * rms,
        mask=mask,
        **(noise_map or {}),
        minarea=5,
        filter_kernel=KERNEL,
        filter_type="conv",
        deblend_nthresh=32,
        deblend_cont=0.005,
        clean=True,
        clean_param=1.0,
    )
    columns = {name: sources[name] for name in SOURCE_COLUMNS}
    x, y = columns["x"], columns["y"]

    noise = {**(noise_map or {"err": rms}), "mask": mask}
    flux, fluxerr, flag = sep.sum_circle(pixels, x, y, 5.0, subpix=5, **noise)
    columns.update(flux_aper_1=flux, fluxerr_aper_1=fluxerr, flag_aper_1=flag)

    if len(sources):
        axes = sep.ellipse_axes(sources["cxx"], sources["cyy"], sources["cxy"])
    else:
        axes = x, x, x
    kron, kron_flag = sep.kron_radius(pixels, x, y, *axes, 6.0, mask=mask)
    theta = np.clip(sources["theta"], -np.pi / 2, np.pi / 2)
    flux, fluxerr, flag = sep.sum_ellipse(
        pixels, x, y, sources["a"], sources["b"], theta, 2.5 * kron, subpix=1, **noise
    )
    columns.update(kron_radius=kron, flux_auto=flux, fluxerr_auto=fluxerr, flag_auto=kron_flag | flag)
    return columns


def frames(path):
    """The frames of a file: field, band, HDU number, columns."""
    name = os.path.basename(path)
    with fits.open(path, do_not_scale_image_data=True, memmap=False) as hdus:
        primary = hdus[0].header
        for number, hdu in enumerate(hdus):
            if not hdu.is_image or hdu.header.get("NAXIS") != 2 or hdu.data is None:
                continue
            inherited = primary if hdu.header.get("INHERIT", True) else {}
            cards = {key: hdu.header.get(key, inherited.get(key, "")) for key in ("RUN", "CAMCOL", "FIELD", "FRAME", "CAMROW", "FILTER")}
            yield (*identity(cards, name), number, extract(*pixels_and_mask(hdu)))


def text(column, value):
    if column in FLOAT32_COLUMNS:
        return str(np.float32(value))
    return repr(value.item())


def files(inputs):
    """Pairs of path and image name."""
    for given in inputs:
        if not os.path.isdir(given):
            yield given, os.path.basename(given)
            continue
        for folder, folders, names in os.walk(given):
            folders[:] = [name for name in folders if name[0] not in "._"]
            for name in names:
                if name[0] not in "._":
                    path = os.path.join(folder, name)
                    yield path, os.path.relpath(path, given)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-o", "--output", required=True, metavar="DIR")
    parser.add_argument("inputs", nargs="+", metavar="INPUT")
    options = parser.parse_args()

    warnings.simplefilter("ignore")  # astropy's, about headers that are not to the letter
    sep.set_extract_pixstack(10_000_000)
    sep.set_sub_object_limit(100_000)

    found = []
    for path, image in files(options.inputs):
        found += [(field, band, image, hdu, columns) for field, band, hdu, columns in frames(path)]
    found.sort(key=lambda frame: frame[:4])

    os.makedirs(options.output, exist_ok=True)
    with open(os.path.join(options.output, "catalog.csv"), "w", newline="") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(ID_COLUMNS + COLUMNS)
        for *frame, columns in found:
            rows = zip(*(columns[name] for name in COLUMNS))
            for number, row in enumerate(rows, start=1):
                writer.writerow([*frame, number, *map(text, COLUMNS, row)])
    with open(os.path.join(options.output, "column-sums.csv"), "w", newline="") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(ID_COLUMNS[:-1] + ["detections"] + COLUMNS)
        for *frame, columns in found:
            sums = [math.fsum(columns[name]) for name in COLUMNS]
            writer.writerow([*frame, len(columns["x"]), *map(repr, sums)])


if __name__ == "__main__":
    sys.exit(main())
