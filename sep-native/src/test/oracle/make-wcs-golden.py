#!/usr/bin/python3
"""Sky coordinates of real frames by astropy: the goldens of WcsGoldenTest.

    make-wcs-golden.py DATA > ../resources/org/kiramr/wcs/golden.csv

DATA is the folder of survey images. Each image HDU with a celestial WCS gives five rows: its corners and its centre, in
pixels counted from 0, with longitude and latitude in degrees in the frame's own system. Made with Debian 12's
python3-astropy 5.2.1, which uses the same libwcs 7.12 as the project but hands it the header in its own way and
computes SIP itself.

Where astropy changes what a header says before it computes:
- axes beyond the sky's two are dropped here (WCS.celestial), as the project does;
- SIP is taken out of the header and applied by astropy's own code: an independent check of WCSLIB's;
- spellings of units and dates are mended (WCS.fix); this does not move pixels. For cylindrical projections (CAR) the
  same function shifts the reference point along the equator, which changes the last digits only;
- TNX is WCSLIB's: astropy has no code of its own for it.
A file that astropy cannot open is left out and named on standard error.
"""

import bz2
import csv
import gzip
import io
import os
import subprocess
import sys
import warnings

import astropy.io.fits
import astropy.wcs

warnings.simplefilter("ignore")


def content(path):
    with open(path, "rb") as file:
        data = file.read()
    if data[:3] == b"BZh":
        return bz2.decompress(data)
    if data[:2] == b"\x1f\x8b":
        return gzip.decompress(data)
    if data[:2] == b"\x1f\x9d":
        return subprocess.run(["gzip", "-dc"], input=data, check=True, capture_output=True).stdout
    return data


def rows(header):
    wcs = astropy.wcs.WCS(header)
    if not wcs.has_celestial:
        return
    sky = wcs.celestial if wcs.naxis > 2 else wcs
    right, top = header["NAXIS1"] - 1, header["NAXIS2"] - 1
    for x, y in ((0, 0), (right, 0), (0, top), (right, top), (right / 2, top / 2)):
        world = sky.all_pix2world([[x, y]], 0)[0]
        yield float(x), float(y), float(world[sky.wcs.lng]), float(world[sky.wcs.lat])


def main():
    folder = sys.argv[1]
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("file", "hdu", "x", "y", "longitude", "latitude"))
    for directory, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if name != "broken")
        for name in sorted(files):
            path = os.path.join(directory, name)
            try:
                with astropy.io.fits.open(io.BytesIO(content(path))) as hdus:
                    headers = [(i, h.header) for i, h in enumerate(hdus) if h.is_image and h.header["NAXIS"] > 1]
            except OSError as e:
                print(f"{path}: {e}", file=sys.stderr)
                continue
            for hdu, header in headers:
                try:
                    for row in rows(header):
                        out.writerow((os.path.relpath(path, folder), hdu, *map(repr, row)))
                except Exception as e:
                    print(f"{path} HDU {hdu}: {type(e).__name__} {str(e).strip()[:300]}", file=sys.stderr)


if __name__ == "__main__":
    main()
