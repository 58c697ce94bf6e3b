#!/usr/bin/python3
"""Makes shared-data.tsv, the golden of SharedDataIT: plain images with astropy and numpy, tile-compressed
ones with CFITSIO (libcfitsio10, through ctypes).

    python3 shared-data.py ../../../../../../../../shared/data > shared-data.tsv

One line for each image HDU of two axes in a file outside broken/: file, HDU, width, height, number
of pixels that are BLANK, NaN or infinite, sum of the others as double, SHA-256 of all pixels as
big-endian floats (doubles for BITPIX 64 and -64) with 7fc00000 (7ff8000000000000) for masked ones,
compression (ZCMPTYPE, a blank and ZQUANTIZ; "none" for plain images), and what read it. A
tile-compressed image is read with astropy, too; where that differs from CFITSIO, stderr says so.
"""
import bz2
import ctypes
import gzip
import hashlib
import io
import math
import os
import subprocess
import sys

import numpy as np
from astropy.io import fits

TFLOAT, TDOUBLE = 42, 82
CFITSIO = ctypes.CDLL("libcfitsio.so.10")


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


def scale(values, header, bitpix):
    scaled = values.astype(np.float64)
    # Not astropy's own scaling, which computes some types in single precision.
    if header.get("BSCALE", 1) != 1 or header.get("BZERO", 0) != 0:
        scaled = scaled * float(header.get("BSCALE", 1)) + float(header.get("BZERO", 0))
    if bitpix > 0 and "BLANK" in header:
        scaled[values == header["BLANK"]] = np.nan
    return scaled.astype(">f8" if abs(bitpix) == 64 else ">f4")


def cfitsio(path, number, shape, bitpix):
    """CFITSIO's pixels of an HDU, with undefined ones as NaN."""
    double = abs(bitpix) == 64
    values = np.zeros(shape, np.float64 if double else np.float32)
    nan = (ctypes.c_double if double else ctypes.c_float)(math.nan)
    file, status, what = ctypes.c_void_p(), ctypes.c_int(0), ctypes.c_int()
    CFITSIO.ffopen(ctypes.byref(file), path.encode(), 0, ctypes.byref(status))
    CFITSIO.ffmahd(file, number + 1, ctypes.byref(what), ctypes.byref(status))
    CFITSIO.ffgpv(
        file,
        TDOUBLE if double else TFLOAT,
        ctypes.c_longlong(1),
        ctypes.c_longlong(values.size),
        ctypes.byref(nan),
        values.ctypes.data_as(ctypes.c_void_p),
        ctypes.byref(what),
        ctypes.byref(status),
    )
    CFITSIO.ffclos(file, ctypes.byref(status))
    assert status.value == 0, (path, number, status.value)
    return values.astype(values.dtype.newbyteorder(">"))


def report(path, number, values, compression, reader):
    values[~np.isfinite(values)] = np.nan
    height, width = values.shape
    masked = int(np.isnan(values).sum())
    total = math.fsum(values[~np.isnan(values)].astype(np.float64).tolist())
    digest = hashlib.sha256(values.tobytes()).hexdigest()
    print(
        path, number, width, height, masked, repr(total), digest, compression, reader, sep="\t"
    )


def second_opinion(path, data, number, values):
    with fits.open(io.BytesIO(data)) as hdus:
        other = hdus[number].data.astype(values.dtype)
    same = np.array_equal(values, other, equal_nan=True)
    if not same:
        print(path, number, "astropy differs in", int((values != other).sum()), file=sys.stderr)


def main(root):
    paths = []
    for folder, _, names in os.walk(root):
        paths += [os.path.relpath(os.path.join(folder, name), root) for name in names]
    for path in sorted(paths):
        if path.startswith("broken") or path.endswith(".md"):
            continue
        data = content(os.path.join(root, path))
        with fits.open(
            io.BytesIO(data),
            do_not_scale_image_data=True,
            ignore_blank=True,
            disable_image_compression=True,
            ignore_missing_simple=True,
        ) as hdus:
            for number, hdu in enumerate(hdus):
                header = hdu.header
                if header.get("ZIMAGE", False) and header["ZNAXIS"] == 2:
                    shape = (header["ZNAXIS2"], header["ZNAXIS1"])
                    values = cfitsio(os.path.join(root, path), number, shape, header["ZBITPIX"])
                    second_opinion(path, data, number, values)
                    compression = header["ZCMPTYPE"] + " " + header.get("ZQUANTIZ", "")
                    report(path, number, values, compression.strip(), "CFITSIO")
                    continue
                if not isinstance(hdu, (fits.PrimaryHDU, fits.ImageHDU)) or hdu.data is None:
                    continue
                if isinstance(hdu, fits.GroupsHDU) or hdu.data.ndim != 2:
                    continue
                values = scale(hdu.data, header, header["BITPIX"])
                report(path, number, values, "none", "astropy")


np.seterr(all="ignore")
main(sys.argv[1])
