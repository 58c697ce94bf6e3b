#!/usr/bin/python3
"""Makes shared-cubes.tsv, the golden of SharedCubesIT, with astropy, numpy and fitsio (CFITSIO).

    python3 shared-cubes.py ../../../../../../../../shared/data > shared-cubes.tsv

One line for each plane of each image cube outside broken/, columns as in shared-data.tsv but for
the first, which is the plane's name. CFITSIO opens each plane by that name and must see the same
pixels as astropy (to single precision). Neither reads random groups as a cube, nor tile-compressed ones here.
"""
import bz2
import gzip
import io
import itertools
import math
import os
import subprocess
import sys
import zlib

import fitsio
import numpy as np
from astropy.io import fits

def content(path):
    with open(path, "rb") as file:
        data = file.read()
    if data[:2] == b"\x1f\x8b":
        return gzip.decompress(data)
    if data[:3] == b"BZh":
        return bz2.decompress(data)
    if data[:2] == b"\x1f\x9d":
        return subprocess.run(["gzip", "-dc"], input=data, stdout=subprocess.PIPE, check=True).stdout
    return data


def pixels(stored, header):
    # Not astropy's own scaling, which computes some types in single precision.
    values = stored.astype("f8") * float(header.get("BSCALE", 1)) + float(header.get("BZERO", 0))
    if header["BITPIX"] > 0 and "BLANK" in header:
        values[stored == header["BLANK"]] = np.nan
    out = values.astype(">f8" if abs(header["BITPIX"]) == 64 else ">f4")
    out[~np.isfinite(out)] = np.nan
    return out


def lines(root, path):
    with fits.open(
        io.BytesIO(content(os.path.join(root, path))),
        do_not_scale_image_data=True,
        ignore_blank=True,
        disable_image_compression=True,
        ignore_missing_simple=True,
    ) as hdus:
        for number, hdu in enumerate(hdus):
            if not isinstance(hdu, (fits.PrimaryHDU, fits.ImageHDU)) or hdu.data is None:
                continue
            if isinstance(hdu, fits.GroupsHDU) or hdu.data.ndim < 3:
                continue
            values = pixels(hdu.data, hdu.header)
            # numpy's first axis is FITS's last: the product runs through the third FITS axis fastest.
            for index in itertools.product(*(range(n) for n in values.shape[:-2])):
                name = f"{path}[{number}]" + section(index, values.shape)
                check_cfitsio(os.path.join(root, name), number, values[index])
                print(line(name, number, values[index]))


def section(index, shape):
    parts = []
    for i, n in zip(reversed(index), reversed(shape[:-2])):
        digits = str(i + 1).zfill(len(str(n)))
        parts.append(f"{digits}:{digits}")
    return "[*,*," + ",".join(parts) + "]"


def check_cfitsio(name, hdu, plane):
    """CFITSIO makes a file in memory of it, with the plane where the cube was."""
    with fitsio.FITS(name) as file:
        seen = np.squeeze(file[hdu].read()).astype(plane.dtype)
    unmasked = ~np.isnan(plane)
    assert seen.shape == plane.shape, (name, seen.shape)
    assert np.allclose(seen[unmasked], plane[unmasked], rtol=1e-6), name


def line(name, hdu, plane):
    height, width = plane.shape
    masked = int(np.isnan(plane).sum())
    total = math.fsum(plane[~np.isnan(plane)].astype(np.float64).tolist())
    crc = zlib.crc32(plane.tobytes())
    return "\t".join(map(str, (name, hdu, width, height, masked, repr(total), f"{crc:08x}")))


def main(root):
    paths = []
    for folder, _, names in os.walk(root):
        paths += [os.path.relpath(os.path.join(folder, name), root) for name in names]
    for path in sorted(paths):
        if not path.startswith("broken") and not path.endswith(".md"):
            lines(root, path)


np.seterr(all="ignore")
main(sys.argv[1])
