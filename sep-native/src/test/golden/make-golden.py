#!/usr/bin/python3
"""Makes src/test/resources/org/kiramr/sep/golden.csv, the numbers that GoldenTest asks of the Java side.

    /usr/bin/python3 src/test/golden/make-golden.py > src/test/resources/org/kiramr/sep/golden.csv

Made with Debian 12's python3-sep 1.2.1, which uses Debian's libsep.so.0 (libsep0 1.2.1-6+b2) dynamically.
Needs numpy. One line a quantity: name, then values as C99 hexadecimal floats, which lose no bit.
"""
import numpy as np
import sep

W, H = 96, 80


def image():
    """The image of GoldenTest.image(): integers only, so that both languages agree on every bit."""
    data = np.zeros((H, W), dtype=np.float32)
    state = 12345
    for y in range(H):
        for x in range(W):
            state = (state * 1103515245 + 12345) % 2147483648
            data[y, x] = 1000 + x // 4 + (state >> 16) % 41 - 20
    sources = [(20, 15, 9000), (24, 17, 4000), (70, 20, 20000), (50, 50, 1500), (51, 66, 6000), (93, 40, 5000)]
    for cx, cy, peak in sources:
        for y in range(H):
            for x in range(W):
                d2 = 2 * (x - cx) ** 2 + 3 * (y - cy) ** 2 + (x - cx) * (y - cy)
                data[y, x] += peak // (4 + d2 * d2)
    return data


def put(name, values):
    print(",".join([name] + [float(v).hex() for v in np.ravel(values)]))


data = image()
mask = np.zeros((H, W), dtype=bool)
mask[30:34, 10:90] = True
mask[18:20, 22] = True
bkg = sep.Background(data, mask=mask, bw=32, bh=32, fw=3, fh=3, fthresh=0.0)
put("image", [data.sum(dtype=np.float64)])
put("global", [bkg.globalback])
put("globalrms", [bkg.globalrms])
put("back", bkg.back(dtype=np.float32)[::16, ::16])
put("rms", bkg.rms(dtype=np.float32)[::16, ::16])
bkg.subfrom(data)
put("subtracted", data[::16, ::16])
objects, segmentation = sep.extract(
    data, 1.5 * bkg.globalrms, mask=mask, minarea=5, filter_type="conv", deblend_nthresh=32,
    deblend_cont=0.005, clean=True, clean_param=1.0, segmentation_map=True)
for column in objects.dtype.names:
    put(column, objects[column])
put("segmentation", np.bincount(segmentation.ravel()))

x, y, a, b, theta = (objects[c] for c in ("x", "y", "a", "b", "theta"))
rms = bkg.globalrms


def sums(name, function, *geometry, **options):
    for part, values in zip(("sum", "sumerr", "flag"), function(data, *geometry, **options)):
        put(name + "." + part, values)


sums("circle", sep.sum_circle, x, y, 5.0, err=rms, mask=mask)
sums("circle.exact", sep.sum_circle, x, y, 3.5, err=rms, mask=mask, subpix=0)
sums("circle.gain", sep.sum_circle, x, y, 5.0, var=rms * rms, gain=2.5, subpix=1)
sums("circann", sep.sum_circann, x, y, 4.0, 8.0, err=rms, mask=mask)
sums("ellipse", sep.sum_ellipse, x, y, a, b, theta, 2.5, err=rms, mask=mask, subpix=1)
sums("ellipse.exact", sep.sum_ellipse, x, y, a, b, theta, 2.5, err=rms, mask=mask, subpix=0)
sums("ellipann", sep.sum_ellipann, x, y, a, b, theta, 2.0, 4.0, err=rms, mask=mask)
ids = np.arange(1, len(x) + 1, dtype=np.int32)
sums("segmented", sep.sum_circle, x, y, 5.0, err=rms, mask=mask, segmap=segmentation, seg_id=ids)
kron, flag = sep.kron_radius(data, x, y, a, b, theta, 6.0, mask=mask)
put("kron.radius", kron)
put("kron.flag", flag)
radius, flag = sep.flux_radius(data, x, y, 6.0 * a, [0.2, 0.5, 0.9], mask=mask, subpix=5)
put("fluxradius.radius", radius)
put("fluxradius.flag", flag)
xwin, ywin, flag = sep.winpos(data, x, y, 2.0 / 2.35 * radius[:, 1], mask=mask, subpix=11)
put("winpos.x", xwin)
put("winpos.y", ywin)
put("winpos.flag", flag)
