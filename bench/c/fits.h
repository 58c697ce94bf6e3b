/* Frames from FITS files, through CFITSIO. */
#ifndef KIRA_FITS_H
#define KIRA_FITS_H

#include "failure.h"
#include "identity.h"

#include <fitsio.h>
#include <stddef.h>

/* A two-dimensional image. A reader reuses its buffers for the next frame. */
struct frame {
    struct identity identity;
    int hdu; /* 0-based */
    int width, height;
    void *pixels; /* row by row, as scaled; NaN where masked */
    int type;     /* SEP_TFLOAT, or SEP_TDOUBLE for BITPIX 64 and -64 */
    unsigned char *mask; /* 1 where masked; NULL when nothing is */
    long masked;
    char *header; /* the HDU's own cards, comments left out; NULL if they cannot be had */
    int cards;

    void *pixel_buffer;
    size_t pixel_capacity; /* bytes */
    unsigned char *mask_buffer;
    size_t mask_capacity;
};

struct fits_reader {
    fitsfile *file;
    const char *image;
    struct identity_cards primary; /* of the primary HDU */
    int next;                      /* the next HDU, 1-based as in CFITSIO */
};

enum fits_result { FITS_FRAME, FITS_IGNORED, FITS_REJECTED, FITS_END };

/* Opens a plain or compressed file. Returns 0, or -1 with the reason. */
int fits_reader_open(struct fits_reader *reader, const char *path, const char *image, struct failure *failure);

/*
 * Looks at the next HDU. FITS_FRAME: *frame holds it. FITS_IGNORED: not an image of two axes or more.
 * FITS_REJECTED: *failure says why; frame->hdu and frame->identity are set, and later HDUs can still be read.
 */
enum fits_result fits_reader_next(struct fits_reader *reader, struct frame *frame, struct failure *failure);

void fits_reader_close(struct fits_reader *reader);

void free_frame(struct frame *frame);

#endif
