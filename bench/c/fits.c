#include "fits.h"

#include "libsep.h"
#include "memory.h"

#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char READ[] = "READ";
static const char DECODE[] = "DECODE";

/* CFITSIO's deepest message says what went wrong; its short text says it only in general. */
static int fail_fits(struct failure *failure, const char *stage, const char *code, int status)
{
    char general[FLEN_STATUS];
    char message[FLEN_ERRMSG];
    char detail[FLEN_ERRMSG] = "";
    fits_get_errstatus(status, general);
    if (fits_read_errmsg(message) > 0)
        memcpy(detail, message, sizeof detail);
    fits_clear_errmsg();
    return fail(failure, stage, code, "CFITSIO status %d: %s%s%s", status, general, *detail != '\0' ? ": " : "",
                detail);
}

static const char *open_failure(int status)
{
    if (status == FILE_NOT_OPENED)
        return "READ_ERROR";
    if (status == DATA_DECOMPRESSION_ERR)
        return "CORRUPT_COMPRESSION";
    /* The 200s are about header cards; all else is about bytes that are no header. */
    return status >= HEADER_NOT_EMPTY && status < UNKNOWN_REC ? "BAD_HEADER" : "NOT_FITS";
}

int fits_reader_open(struct fits_reader *reader, const char *path, const char *image, struct failure *failure)
{
    int status = 0;
    *reader = (struct fits_reader){.image = image, .next = 1};
    /* The path is a path: CFITSIO's extended file names are not looked for in it. */
    fits_open_diskfile(&reader->file, path, READONLY, &status);
    if (status != 0)
        return fail_fits(failure, READ, open_failure(status), status);
    read_identity_cards(reader->file, NULL, &reader->primary);
    return 0;
}

void fits_reader_close(struct fits_reader *reader)
{
    int status = 0;
    fits_close_file(reader->file, &status);
    fits_clear_errmsg();
}

static void *grow(void **block, size_t *capacity, size_t bytes)
{
    if (*capacity < bytes) {
        free(*block); /* nothing in it is wanted: no copy */
        *block = NULL;
        *block = resize(NULL, bytes, 1);
        *capacity = bytes;
    }
    return *block;
}

/* Reads pixels whose scaling CFITSIO computes as (float)(value * BSCALE + BZERO), in double. */
static int read_floats(fitsfile *file, int bitpix, size_t count, float *pixels)
{
    /* Only integers have BLANK, and CFITSIO's null checking of floats would set subnormal pixels to 0. */
    float nan_value = NAN;
    int any_null = 0;
    int status = 0;
    fits_read_img(file, TFLOAT, 1, (LONGLONG)count, bitpix > 0 ? &nan_value : NULL, pixels, &any_null, &status);
    return status;
}

static double card(fitsfile *file, const char *keyword, double absent)
{
    double value = absent;
    int status = 0;
    if (fits_read_key(file, TDOUBLE, keyword, &value, NULL, &status) != 0)
        value = absent;
    fits_clear_errmsg();
    return value;
}

/* 64-bit integers are scaled here: CFITSIO takes a short cut for unsigned ones, and rounds differently. */
static int read_longs(fitsfile *file, size_t count, double *pixels)
{
    LONGLONG blank = 0;
    int no_blank = 0;
    fits_read_key(file, TLONGLONG, "BLANK", &blank, NULL, &no_blank);
    fits_clear_errmsg();
    double scale = card(file, "BSCALE", 1);
    double zero = card(file, "BZERO", 0);

    int any_null = 0;
    int status = 0;
    fits_set_bscale(file, 1, 0, &status);
    fits_read_img(file, TLONGLONG, 1, (LONGLONG)count, NULL, pixels, &any_null, &status);
    for (size_t i = 0; status == 0 && i < count; ++i) {
        LONGLONG value;
        memcpy(&value, &pixels[i], sizeof value);
        pixels[i] = no_blank == 0 && value == blank ? NAN : scale * (double)value + zero;
    }
    return status;
}

static int read_doubles(fitsfile *file, int bitpix, size_t count, double *pixels)
{
    if (bitpix == LONGLONG_IMG)
        return read_longs(file, count, pixels);
    int any_null = 0;
    int status = 0;
    fits_read_img(file, TDOUBLE, 1, (LONGLONG)count, NULL, pixels, &any_null, &status);
    return status;
}

/* Counts the pixels that are not finite, and sets them to NaN and the mask to 1 when there is one at least. */
static void mask_frame(struct frame *frame)
{
    size_t count = (size_t)frame->width * (size_t)frame->height;
    float *floats = frame->pixels;
    double *doubles = frame->pixels;
    bool single = frame->type == SEP_TFLOAT;

    size_t masked = 0;
    for (size_t i = 0; single && i < count; ++i)
        masked += !(fabsf(floats[i]) <= FLT_MAX);
    for (size_t i = 0; !single && i < count; ++i)
        masked += !(fabs(doubles[i]) <= DBL_MAX);

    frame->masked = (long)masked;
    frame->mask = NULL;
    if (masked == 0)
        return;
    frame->mask = grow((void **)&frame->mask_buffer, &frame->mask_capacity, count);
    for (size_t i = 0; i < count; ++i) {
        bool finite = single ? isfinite(floats[i]) : isfinite(doubles[i]);
        frame->mask[i] = !finite;
        if (!finite && single)
            floats[i] = NAN;
        else if (!finite)
            doubles[i] = NAN;
    }
}

/* Whether the file is as long as the header promises, before any memory is asked for. */
static int check_length(fitsfile *file, const struct frame *frame, int bitpix, struct failure *failure)
{
    LONGLONG data;
    int status = 0;
    if (fits_get_hduaddrll(file, NULL, &data, NULL, &status) != 0)
        return fail_fits(failure, DECODE, "BAD_HEADER", status);
    LONGLONG promised = (LONGLONG)frame->width * frame->height * (abs(bitpix) / 8);
    LONGLONG held = file->Fptr->filesize - data;
    if (promised > held)
        return fail(failure, DECODE, "TRUNCATED", "the header promises %lld bytes of pixels, the file holds %lld",
                    promised, held > 0 ? held : 0);
    return 0;
}

static int read_pixels(fitsfile *file, struct frame *frame, int bitpix, struct failure *failure)
{
    if (check_length(file, frame, bitpix, failure) != 0)
        return -1;
    bool single = bitpix != LONGLONG_IMG && bitpix != DOUBLE_IMG;
    size_t count = (size_t)frame->width * (size_t)frame->height;
    frame->type = single ? SEP_TFLOAT : SEP_TDOUBLE;
    frame->pixels = grow(&frame->pixel_buffer, &frame->pixel_capacity,
                         count * (single ? sizeof(float) : sizeof(double)));
    int status = single ? read_floats(file, bitpix, count, frame->pixels)
                        : read_doubles(file, bitpix, count, frame->pixels);
    if (status != 0)
        return fail_fits(failure, DECODE, "TRUNCATED", status);
    mask_frame(frame);
    if ((size_t)frame->masked == count)
        return fail(failure, DECODE, "ALL_MASKED", "all %zu pixels are blank or not finite", count);
    return 0;
}

/* A frame without its cards is a frame without coordinates. */
static void read_cards(fitsfile *file, struct frame *frame)
{
    int status = 0;
    free(frame->header);
    frame->header = NULL;
    frame->cards = 0;
    if (fits_hdr2str(file, 1, NULL, 0, &frame->header, &frame->cards, &status) != 0) {
        frame->header = NULL;
        fits_clear_errmsg();
    }
}

static int read_frame(struct fits_reader *reader, struct frame *frame, int bitpix, int axes, struct failure *failure)
{
    long size[2] = {0, 0};
    int status = 0;
    if (fits_is_compressed_image(reader->file, &status))
        return fail(failure, DECODE, "UNSUPPORTED_COMPRESSION", "the image is tile-compressed");
    if (axes > 2)
        return fail(failure, DECODE, "UNSUPPORTED_DIMENSIONS", "the image has %d axes", axes);
    if (fits_get_img_size(reader->file, 2, size, &status) != 0)
        return fail_fits(failure, DECODE, "BAD_HEADER", status);
    if (size[0] < 1 || size[1] < 1 || size[0] > INT_MAX || size[1] > INT_MAX / size[0])
        return fail(failure, DECODE, "ZERO_SIZE", "the image is %ld x %ld pixels", size[0], size[1]);
    frame->width = (int)size[0];
    frame->height = (int)size[1];
    read_cards(reader->file, frame);
    return read_pixels(reader->file, frame, bitpix, failure);
}

enum fits_result fits_reader_next(struct fits_reader *reader, struct frame *frame, struct failure *failure)
{
    int type = 0;
    int bitpix = 0;
    int axes = 0;
    int status = 0;
    frame->hdu = reader->next - 1;
    frame->identity = (struct identity){0};
    if (fits_movabs_hdu(reader->file, reader->next, &type, &status) == END_OF_FILE) {
        fits_clear_errmsg();
        return FITS_END;
    }
    if (status == 0 && type == IMAGE_HDU) {
        fits_get_img_type(reader->file, &bitpix, &status);
        fits_get_img_dim(reader->file, &axes, &status);
    }
    if (status != 0) {
        fail_fits(failure, DECODE, "BAD_HEADER", status);
        reader->next = INT_MAX; /* nothing after a broken header can be found */
        return FITS_REJECTED;
    }
    ++reader->next;
    if (type != IMAGE_HDU || axes < 2)
        return FITS_IGNORED;
    struct identity_cards cards;
    read_identity_cards(reader->file, &reader->primary, &cards);
    identify(&cards, reader->image, &frame->identity);
    return read_frame(reader, frame, bitpix, axes, failure) == 0 ? FITS_FRAME : FITS_REJECTED;
}

void free_frame(struct frame *frame)
{
    free(frame->pixel_buffer);
    free(frame->mask_buffer);
    free(frame->header);
    *frame = (struct frame){0};
}
