#!/usr/bin/python3
"""Source extraction from FITS frames in Python: sep, a pool of processes, fitsio.

    kira_sep.py [-v] [-j N] -o DIR INPUT...

What somebody would write who knows Python's tools: the same extraction with the same parameters as Kira-MR's reference,
and its rows in the same columns. INPUT is a file or @LIST, a file with one path a line. Processes take files one by
one. Writes DIR/catalog.csv, frames.csv, fields.csv and rejects.csv, in the order field, band, image, HDU, number.

Needs Debian's python3-sep, python3-fitsio, python3-astropy (for sky coordinates) and python3-numpy. Exit status: 0 done;
1 failed; 2 wrong usage; 3 done, with rejects.
"""

import argparse
import hashlib
import multiprocessing
import os
import re
import sys
import time
import warnings

import astropy
import fitsio
import numpy as np
import sep
from astropy.io.fits import Header
from astropy.wcs import WCS

INTEGERS_1 = "xmin xmax ymin ymax xpeak ypeak xcpeak ycpeak npix tnpix".split()
# In the order of the catalogue. A float32 column is written with nine digits: enough to get it back.
FORMATS = (
    [("x", "%r"), ("y", "%r")]
    + [(name, "%d") for name in INTEGERS_1]
    + [("thresh", "%.9g")]
    + [(name, "%r") for name in "x2 y2 xy errx2 erry2 errxy".split()]
    + [(name, "%.9g") for name in "a b theta cxx cyy cxy cflux flux cpeak peak".split()]
    + [("flag", "%d"), ("flux_aper_1", "%r"), ("fluxerr_aper_1", "%r"), ("flag_aper_1", "%d")]
    + [("kron_radius", "%r"), ("flux_auto", "%r"), ("fluxerr_auto", "%r"), ("flag_auto", "%d")]
    + [("ra", "%r"), ("dec", "%r")]
)
COLUMNS = [name for name, _ in FORMATS]
ROW = ",".join(text for _, text in FORMATS)
KERNEL = np.array([[1, 2, 1], [2, 4, 2], [1, 2, 1]], dtype=np.float32)
STAGES = "read background extract photometry sky write".split()

FILE_NAME = re.compile(
    r"fpC-(?P<run>\d{6})-(?P<band>[ugriz])(?P<camcol>\d)-(?P<field>\d{4})"
    r"|frame-(?P<band2>[ugriz])-(?P<run2>\d{6})-(?P<camcol2>\d)-(?P<field2>\d{4})"
)
SUFFIXES = re.compile(r"(\.(fits|fit|fts|fz|gz|bz2|z))+$", re.IGNORECASE)


class Clock:
    """Books the time since the last call on a stage, in ms."""

    def __init__(self):
        self.stages = dict.fromkeys(STAGES, 0.0)
        self.since = time.perf_counter()

    def done(self, stage):
        now = time.perf_counter()
        self.stages[stage] += 1e3 * (now - self.since)
        self.since = now


def identity(header, name):
    """Field and band of a frame: SDSS's cards, else the file's name."""

    def card(keyword):
        return str(header.get(keyword, "")).strip()

    found = FILE_NAME.match(name)
    parts = {key.rstrip("2"): value for key, value in found.groupdict().items() if value} if found else {}
    band = card("FILTER") or parts.get("band", "")
    number = card("FIELD")
    if not number and card("FRAME").isdecimal():
        # a row of the camera sees a field two frames later than the row before
        row = "riuzg".find(band) if len(band) == 1 else -1
        offset = 2 * row if row >= 0 and card("CAMROW") == str(row + 1) else 0
        number = str(int(card("FRAME")) - offset)
    if all(text.isdecimal() for text in (card("RUN"), card("CAMCOL"), number)):
        field = f"{int(card('RUN')):06}-{int(card('CAMCOL'))}-{int(number):04}"
    elif parts:
        field = "-".join((parts["run"], parts["camcol"], parts["field"]))
    else:
        field = SUFFIXES.sub("", name) or name
    return clean(field), clean(band)


def clean(name):
    name = re.sub(r"[^A-Za-z0-9._+-]", "_", name)
    return re.sub(r"^\.+", lambda dots: "_" * len(dots[0]), name)[:100]


def sky(header, x, y):
    """Right ascension and declination in degrees; NaN where the header does not tell."""
    nowhere = np.full(len(x), np.nan)
    cards = (record["card_string"][:80].ljust(80) for record in header.records())
    wcs = WCS(Header.fromstring("".join(cards) + "END".ljust(80)))
    if wcs.naxis < 2 or wcs.wcs.lng < 0 or wcs.wcs.lat < 0:
        return nowhere, nowhere
    world = wcs.all_pix2world(x, y, 0)
    return world[wcs.wcs.lng], world[wcs.wcs.lat]


def find_sources(pixels, mask, threshold):
    """SEP's sources; its buffers are doubled when a frame needs more."""
    while True:
        try:
            return sep.extract(
                pixels, threshold, mask=mask, minarea=5, filter_kernel=KERNEL, filter_type="conv",
                deblend_nthresh=32, deblend_cont=0.005, clean=True, clean_param=1.0,
            )
        except Exception as problem:  # sep has no other class for its errors
            if "pixel buffer full" in str(problem) and sep.get_extract_pixstack() < 4 * pixels.size:
                sep.set_extract_pixstack(2 * sep.get_extract_pixstack())
            elif "deblending overflow" in str(problem) and sep.get_sub_object_limit() < pixels.size:
                sep.set_sub_object_limit(2 * sep.get_sub_object_limit())
            else:
                raise


def extract(pixels, header, clock):
    """The reference extraction of one frame: a dictionary of columns, background, RMS, masked pixels."""
    mask = ~np.isfinite(pixels)
    masked = int(mask.sum())
    if masked:
        pixels[mask] = 0
    else:
        mask = None
    clock.done("read")

    background = sep.Background(pixels, mask=mask, bw=64, bh=64, fw=3, fh=3, fthresh=0.0)
    background.subfrom(pixels)
    rms = background.globalrms
    clock.done("background")

    sources = find_sources(pixels, mask, 1.5 * rms)
    columns = {name: sources[name] for name in sources.dtype.names}
    x, y = columns["x"], columns["y"]
    clock.done("extract")

    noise = {"err": rms, "mask": mask}
    flux, error, flag = sep.sum_circle(pixels, x, y, 5.0, subpix=5, **noise)
    columns.update(flux_aper_1=flux, fluxerr_aper_1=error, flag_aper_1=flag)
    # sep wants axes and makes coefficients of them; these axes give the source's own coefficients
    axes = sep.ellipse_axes(columns["cxx"], columns["cyy"], columns["cxy"]) if len(x) else (x, x, x)
    kron, kron_flag = sep.kron_radius(pixels, x, y, *axes, 6.0, mask=mask)
    theta = np.clip(columns["theta"], -np.pi / 2, np.pi / 2)
    flux, error, flag = sep.sum_ellipse(
        pixels, x, y, columns["a"], columns["b"], theta, 2.5 * kron, subpix=1, **noise
    )
    columns.update(kron_radius=kron, flux_auto=flux, fluxerr_auto=error, flag_auto=kron_flag | flag)
    clock.done("photometry")

    columns["ra"], columns["dec"] = sky(header, x, y)
    clock.done("sky")
    return columns, background.globalback, rms, masked


def work(path):
    """The frames of a file, its rejects, and the times of its stages."""
    clock = Clock()
    name = os.path.basename(path)
    frames, rejects = [], []
    try:
        with fitsio.FITS(path) as hdus:
            for number, hdu in enumerate(hdus):
                if hdu.get_exttype() != "IMAGE_HDU" or hdu.get_info()["ndims"] != 2:
                    continue
                read = hdu.read()
                wide = read.dtype.itemsize == 8
                # sep wants pixels in the machine's own byte order
                pixels = np.ascontiguousarray(read, dtype=np.float64 if wide else np.float32)
                cards = hdu.read_header()
                columns, back, rms, masked = extract(pixels, cards, clock)
                field, band = identity(cards, name)
                key = f"{field},{band},{name},{number},"
                values = zip(*(columns[column].tolist() for column in COLUMNS))
                rows = "".join(
                    f"{key}{count},{ROW % row}\n" for count, row in enumerate(values, start=1)
                )
                height, width = pixels.shape
                frames.append(
                    ((field, band, name, number), (width, height, back, rms, masked, len(columns["x"])), rows)
                )
                clock.done("write")
    except Exception as problem:  # whatever is wrong with one file, the others are worth having
        rejects.append((name, f"{type(problem).__name__}: {problem}"))
    return frames, rejects, clock.stages


def inputs(arguments):
    for argument in arguments:
        if not argument.startswith("@"):
            yield argument
            continue
        with open(argument[1:], encoding="utf-8") as lines:
            yield from (line.rstrip("\n") for line in lines if line.strip())


def bands(frames):
    """The distinct bands of a field's frames, which are in order."""
    return " ".join(dict.fromkeys(key[1] for key, _, _ in frames))


def write(directory, frames, rejects):
    """Writes the tables; frames and rejects are in order."""
    os.makedirs(directory, exist_ok=True)

    def table(name, header):
        out = open(os.path.join(directory, name + ".csv"), "w", encoding="utf-8", newline="")
        out.write(header + "\n")
        return out

    with table("catalog", ",".join(["field,band,image,hdu,number"] + COLUMNS)) as catalog:
        catalog.writelines(rows for _, _, rows in frames)
    with table("frames", "field,band,image,hdu,width,height,background,rms,masked,detections,sha256") as out:
        for key, facts, rows in frames:
            print(*key, *facts, hashlib.sha256(rows.encode()).hexdigest(), sep=",", file=out)
    with table("fields", "field,bands,frames,detections,sha256") as out:
        for field in dict.fromkeys(key[0] for key, _, _ in frames):
            own = [frame for frame in frames if frame[0][0] == field]
            digest = hashlib.sha256("".join(rows for _, _, rows in own).encode()).hexdigest()
            print(field, bands(own), len(own), sum(facts[5] for _, facts, _ in own), digest, sep=",", file=out)
    with table("rejects", "image,hdu,field,stage,code,reason") as out:
        for name, reason in rejects:
            reason = reason.replace('"', '""').replace("\n", " ")
            print(name, "", '""', "READ", "PYTHON_ERROR", f'"{reason}"', sep=",", file=out)


def versions():
    print("python", sys.version.split()[0])
    for module in (sep, fitsio, astropy, np):
        print("python-" + module.__name__, module.__version__)


def start():
    """What each process of the pool does first."""
    warnings.simplefilter("ignore")  # astropy's, about headers that are not to the letter


def main():
    began = time.perf_counter()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-o", "--output", required=True, metavar="DIR")
    parser.add_argument("-j", "--jobs", type=int, default=len(os.sched_getaffinity(0)), metavar="N")
    parser.add_argument("-v", "--verbose", action="store_true", help="times of the stages, summed over the processes")
    parser.add_argument("--version", action="store_true", help="versions of all that is used")
    parser.add_argument("inputs", nargs="*", metavar="INPUT")
    if "--version" in sys.argv[1:]:
        versions()
        return 0
    options = parser.parse_args()
    if not options.inputs or options.jobs < 1:
        parser.error("no input, or no processes")

    frames, rejects, stages = [], [], dict.fromkeys(STAGES, 0.0)
    with multiprocessing.Pool(options.jobs, initializer=start) as pool:
        for found, failed, times in pool.imap_unordered(work, inputs(options.inputs), chunksize=1):
            frames += found
            rejects += failed
            for stage in STAGES:
                stages[stage] += times[stage]
        pool.close()
        pool.join()
    merge = time.perf_counter()
    frames.sort(key=lambda frame: frame[0])
    rejects.sort()
    write(options.output, frames, rejects)
    if options.verbose:
        stages["merge"] = 1e3 * (time.perf_counter() - merge)
        stages["wall"] = 1e3 * (time.perf_counter() - began)
        print(", ".join(f"{stage} {time:.1f} ms" for stage, time in stages.items()), file=sys.stderr)
    for name, reason in rejects:
        print(f"kira_sep: {name}: {reason}", file=sys.stderr)
    return 3 if rejects else 0


if __name__ == "__main__":
    sys.exit(main())
