/* The reference extraction of one frame, by SEP. */
#ifndef KIRA_EXTRACT_H
#define KIRA_EXTRACT_H

#include "failure.h"
#include "fits.h"
#include "libsep.h"
#include "options.h"
#include "sky.h"
#include "stages.h"

struct aperture_sum {
    double flux, fluxerr;
    short flag;
};

struct auto_sum {
    double kron_radius, flux, fluxerr;
    short flag;
};

struct extraction {
    float background, rms;       /* global */
    sep_catalog *sources;
    struct aperture_sum *fixed;  /* parameters->apertures for each source */
    struct auto_sum *automatic;  /* one for each source */
    struct sky_position *sky;    /* one for each source */
    int retries;                 /* with larger buffers */
};

/* Extracts, and leaves the frame's pixels without their background. Returns 0, or -1 with the reason and nothing
   to free. */
int extract(struct frame *frame, const struct parameters *parameters, struct extraction *extraction,
            struct stages *stages, struct failure *failure);

void free_extraction(struct extraction *extraction);

#endif
