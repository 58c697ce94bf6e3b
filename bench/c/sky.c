#include "sky.h"

#include "memory.h"

#include <math.h>
#include <stdlib.h>
#include <wcslib/wcs.h>
#include <wcslib/wcsfix.h>
#include <wcslib/wcshdr.h>

/* Pixels in, counted from 0; positions out. Axes beyond the image's two stand at their reference. */
static void transform(struct wcsprm *wcs, const sep_catalog *sources, struct sky_position *positions)
{
    int count = sources->nobj;
    int axes = wcs->naxis;
    size_t coordinates = (size_t)count * (size_t)axes;
    double *pixels = resize(NULL, coordinates, sizeof *pixels);
    double *intermediate = resize(NULL, coordinates, sizeof *intermediate);
    double *world = resize(NULL, coordinates, sizeof *world);
    double *phi = resize(NULL, (size_t)count, sizeof *phi);
    double *theta = resize(NULL, (size_t)count, sizeof *theta);
    int *bad = resize(NULL, (size_t)count, sizeof *bad);
    for (int i = 0; i < count; ++i) {
        double *pixel = pixels + (size_t)i * (size_t)axes;
        for (int k = 0; k < axes; ++k)
            pixel[k] = wcs->crpix[k];
        pixel[0] = sources->x[i] + 1;
        pixel[1] = sources->y[i] + 1;
    }
    int status = wcsp2s(wcs, count, axes, pixels, intermediate, phi, theta, world, bad);
    for (int i = 0; (status == 0 || status == WCSERR_BAD_PIX) && i < count; ++i) {
        const double *place = world + (size_t)i * (size_t)axes;
        if (!bad[i] && isfinite(place[wcs->lng]) && isfinite(place[wcs->lat]))
            positions[i] = (struct sky_position){place[wcs->lng], place[wcs->lat]};
    }
    free(pixels);
    free(intermediate);
    free(world);
    free(phi);
    free(theta);
    free(bad);
}

struct sky_position *locate(struct frame *frame, const sep_catalog *sources)
{
    struct sky_position *positions = resize(NULL, (size_t)sources->nobj, sizeof *positions);
    for (int i = 0; i < sources->nobj; ++i)
        positions[i] = (struct sky_position){NAN, NAN};
    if (sources->nobj == 0 || frame->header == NULL)
        return positions;

    int rejected = 0;
    int versions = 0;
    struct wcsprm *wcs = NULL;
    int status = wcspih(frame->header, frame->cards, WCSHDR_all, 0, &rejected, &versions, &wcs);
    /* The primary version, if there is one, is the first. */
    if (status == 0 && versions > 0 && (wcs->alt[0] == ' ' || wcs->alt[0] == '\0') && wcs->naxis >= 2) {
        unitfix(0, wcs);
        if (wcsset(wcs) == 0 && wcs->lng >= 0 && wcs->lat >= 0)
            transform(wcs, sources, positions);
    }
    wcsvfree(&versions, &wcs);
    return positions;
}
