#!/bin/sh
# Makes the goldens of the extraction: builds bench/c, runs it and Python's sep over real frames, checks that the two
# agree, and writes small tables into ../resources/goldens. They hold for libsep 1.2.1 and libwcs 7.12 (Debian 12).
#
#   make-goldens.sh [DATA]
#
# DATA is the folder of survey images; by default shared/data beside the repository.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$here/../../../.." && pwd)
data=${1:-$repository/../shared/data}
goldens=$here/../resources/goldens
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

libsep=$(dpkg-query -W -f '${Version}' libsep0)
case $libsep in
1.2.1-*) ;;
*)
  echo "make-goldens.sh: the goldens are of libsep 1.2.1, here is $libsep" >&2
  exit 1
  ;;
esac

libwcs=$(dpkg-query -W -f '${Version}' libwcs7)
case $libwcs in
7.12*) ;;
*)
  echo "make-goldens.sh: the goldens are of libwcs 7.12, here is $libwcs" >&2
  exit 1
  ;;
esac

# One of each kind: both SDSS releases; each BITPIX; scaled, unsigned, BLANK and NaN pixels; several images in a file.
set -- \
  sdss-fpC \
  sdss-frame \
  ntt-emmi-sep-reference/image.fits \
  derived/fpC-001729-r3-0083_crop256_BLANK.fits \
  2mass/aK_asky_990502s1350080.fits.gz \
  2mass/gc_2mass_j.fits \
  cubes-mef/hspirepsw1342201247_20pxmp_1461189210834.fits.gz \
  cubes-mef/o4sp040b0_raw.fits \
  decam-mosaic3-bok/c4d_140818_232043_ooi_z_v2.fits.fz \
  decam-mosaic3-bok/c4d_181214_050844_ooi_g_ls9.S9.fits \
  formats-misc/file-img2-bitpix+08.fits \
  formats-misc/file-img2-bitpix-64.fits \
  formats-misc/scale.fits \
  panstarrs-ztf-ptf/H1413+117_10x10arcsec_55377.34051_z_sci.fits \
  sdss-stamps/stamp-r-5.0073-0.0739.fits \
  tile-compressed/m13.fits \
  wcs/1904-66_TAN.fits \
  wcs/gc_msx_e.fits \
  wcs/hi_20110910_114721_s7h2A.fts \
  wcs/sipsample.fits \
  wcs/tnx.fits
cd "$data"

make --silent -C "$repository/bench/c"
"$repository/bench/c/build/kira-c" -v -o "$work/c" "$@"
"$here/sep_oracle.py" -o "$work/python" "$@"
"$here/compare_catalogs.py" "$work/c/catalog.csv" "$work/python/catalog.csv"

mkdir -p "$goldens/libsep-1.2.1" "$goldens/python-sep"
cp "$work/c/frames.csv" "$work/c/fields.csv" "$goldens/libsep-1.2.1/"
cp "$work/python/column-sums.csv" "$goldens/python-sep/"

# Whole rows of three small frames, to look at when a digest differs.
"$repository/bench/c/build/kira-c" -j 1 -o "$work/small" \
  sdss-frame/frame-r-001000-1-0100.fits.bz2 \
  ntt-emmi-sep-reference/image.fits \
  derived/fpC-001729-r3-0083_crop256_BLANK.fits
cp "$work/small/catalog.csv" "$goldens/libsep-1.2.1/catalog.csv"
