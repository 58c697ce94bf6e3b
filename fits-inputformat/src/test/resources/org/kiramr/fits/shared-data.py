#!/usr/bin/python3
"""Makes shared-data.tsv, the golden of SharedDataTest, with astropy and numpy.

    python3 shared-data.py ../../../../../../../../shared/data > shared-data.tsv

One line for each image HDU of two axes that lies in the file as such (tile-compressed images are
not unpacked) in a file outside broken/: file, HDU, width, height, number of pixels that are BLANK,
NaN or infinite, sum of the others as double, CRC-32 of all pixels as big-endian floats (doubles for
BITPIX 64 and -64), with 7fc00000 (7ff8000000000000) for masked ones.
"""
import bz2
import gzip
import io
import math
import os
import subprocess
import sys
import zlib

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


def pixels(hdu):
    bitpix = hdu.header["BITPIX"]
    scaled = hdu.data.astype(np.float64)
    # Not astropy's own scaling, which computes some types in single precision.
    if hdu.header.get("BSCALE", 1) != 1 or hdu.header.get("BZERO", 0) != 0:
        scaled = scaled * float(hdu.header.get("BSCALE", 1)) + float(hdu.header.get("BZERO", 0))
    if bitpix > 0 and "BLANK" in hdu.header:
        scaled[hdu.data == hdu.header["BLANK"]] = np.nan
    out = scaled.astype(">f8" if abs(bitpix) == 64 else ">f4")
    out[~np.isfinite(out)] = np.nan
    return out


def main(root):
    paths = []
    for folder, _, names in os.walk(root):
        paths += [os.path.relpath(os.path.join(folder, name), root) for name in names]
    for path in sorted(paths):
        if path.startswith("broken") or path.endswith(".md"):
            continue
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
                if isinstance(hdu, fits.GroupsHDU) or hdu.data.ndim != 2:
                    continue
                height, width = hdu.data.shape
                values = pixels(hdu)
                masked = int(np.isnan(values).sum())
                total = math.fsum(values[~np.isnan(values)].astype(np.float64).tolist())
                crc = zlib.crc32(values.tobytes())
                print(path, number, width, height, masked, repr(total), f"{crc:08x}", sep="\t")


np.seterr(all="ignore")
main(sys.argv[1])
