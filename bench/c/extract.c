#include "extract.h"

#include "memory.h"

#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

/* SEP's status codes; its header does not name them. */
enum { PIXEL_STACK_FULL = 2, ILLEGAL_APERTURE = 6, DEBLEND_OVERFLOW = 7 };

/* SEP counts sub-objects in shorts, and the bytes of its pixel stack, at most 28 a pixel, in an int. */
enum { MOST_SUB_OBJECTS = SHRT_MAX, MOST_STACK_PIXELS = INT_MAX / 28 };

static int fail_sep(struct failure *failure, const char *stage, const char *code, int status)
{
    char message[61] = "";
    char detail[512] = "";
    sep_get_errmsg(status, message);
    sep_get_errdetail(detail);
    return fail(failure, stage, code, "SEP status %d: %s%s%s", status, message, *detail != '\0' ? ": " : "", detail);
}

static int subtract_background(const sep_image *image, void *pixels, const struct parameters *parameters,
                               struct extraction *extraction, struct failure *failure)
{
    sep_bkg *background = NULL;
    int status = sep_background(image, parameters->box_width, parameters->box_height, parameters->filter_width,
                                parameters->filter_height, parameters->filter_threshold, &background);
    if (status == 0)
        status = sep_bkg_subarray(background, pixels, image->dtype);
    if (status == 0) {
        extraction->background = sep_bkg_global(background);
        extraction->rms = sep_bkg_globalrms(background);
    }
    if (background != NULL)
        sep_bkg_free(background);
    return status == 0 ? 0 : fail_sep(failure, "BACKGROUND", "BACKGROUND_FAILED", status);
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Doubles the limit that SEP ran into; false when more could not help. Limits change no row, and stay raised. */
static bool raise_limit(int status, const sep_image *image)
{
    size_t most = least(2 * (size_t)image->w * (size_t)image->h, MOST_STACK_PIXELS);
    size_t stack = sep_get_extract_pixstack();
    size_t sub_objects = (size_t)sep_get_sub_object_limit();
    if (status == PIXEL_STACK_FULL && stack < most) {
        sep_set_extract_pixstack(least(2 * stack, most));
        return true;
    }
    if (status == DEBLEND_OVERFLOW && sub_objects < MOST_SUB_OBJECTS) {
        sep_set_sub_object_limit((int)least(2 * sub_objects, MOST_SUB_OBJECTS));
        return true;
    }
    return false;
}

static const char *extract_failure(int status)
{
    return status == PIXEL_STACK_FULL   ? "PIXEL_STACK_FULL"
           : status == DEBLEND_OVERFLOW ? "DEBLEND_OVERFLOW"
                                        : "EXTRACTION_FAILED";
}

static int find_sources(const sep_image *image, const struct parameters *parameters, struct extraction *extraction,
                        struct failure *failure)
{
    const float *kernel = parameters->kernel_width > 0 ? parameters->kernel : NULL;
    float threshold = (float)(parameters->threshold * (double)extraction->rms);
    for (;;) {
        int status = sep_extract(image, threshold, SEP_THRESH_ABS, parameters->min_area, kernel,
                                 parameters->kernel_width, parameters->kernel_height, SEP_FILTER_CONV,
                                 parameters->deblend_levels, parameters->deblend_contrast, parameters->clean,
                                 parameters->clean_param, &extraction->sources);
        if (status == 0)
            return 0;
        extraction->sources = NULL;
        if (!raise_limit(status, image))
            return fail_sep(failure, "EXTRACT", extract_failure(status), status);
        ++extraction->retries;
    }
}

static int measure_apertures(const sep_image *image, const struct parameters *parameters, double x, double y,
                             struct aperture_sum *sums)
{
    int status = 0;
    for (int k = 0; status == 0 && k < parameters->apertures; ++k) {
        double area;
        status = sep_sum_circle(image, x, y, parameters->aperture[k], 0, parameters->subpixels, 0, &sums[k].flux,
                                &sums[k].fluxerr, &area, &sums[k].flag);
    }
    return status;
}

static int measure_auto(const sep_image *image, const struct parameters *parameters, const sep_catalog *sources, int i,
                        struct auto_sum *sum)
{
    short kron_flag = 0;
    int status = sep_kron_radius(image, sources->x[i], sources->y[i], sources->cxx[i], sources->cyy[i],
                                 sources->cxy[i], parameters->kron_ellipse, 0, &sum->kron_radius, &kron_flag);
    if (status != 0)
        return status;

    /* An upright source has theta = (float)(pi/2), a little more than the pi/2 that SEP takes. */
    double theta = fmax(-M_PI_2, fmin(M_PI_2, sources->theta[i]));
    short flag = 0;
    double area;
    status = sep_sum_ellipse(image, sources->x[i], sources->y[i], sources->a[i], sources->b[i], theta,
                             parameters->kron_factor * sum->kron_radius, 0, parameters->auto_subpixels, 0, &sum->flux,
                             &sum->fluxerr, &area, &flag);
    if (status == ILLEGAL_APERTURE) {
        /* The axes are no ellipse: the source stays, its auto flux is unknown. */
        sum->flux = sum->fluxerr = NAN;
        status = 0;
    }
    sum->flag = (short)(kron_flag | flag);
    return status;
}

static int measure(const sep_image *image, const struct parameters *parameters, struct extraction *extraction,
                   struct failure *failure)
{
    const sep_catalog *sources = extraction->sources;
    size_t count = (size_t)sources->nobj;
    size_t apertures = (size_t)parameters->apertures;
    extraction->fixed = resize(NULL, count * apertures, sizeof *extraction->fixed);
    extraction->automatic = resize(NULL, count, sizeof *extraction->automatic);
    for (size_t i = 0; i < count; ++i) {
        int status = measure_apertures(image, parameters, sources->x[i], sources->y[i],
                                       extraction->fixed + i * apertures);
        if (status == 0)
            status = measure_auto(image, parameters, sources, (int)i, extraction->automatic + i);
        if (status != 0)
            return fail_sep(failure, "PHOTOMETRY", "PHOTOMETRY_FAILED", status);
    }
    return 0;
}

int extract(struct frame *frame, const struct parameters *parameters, struct extraction *extraction,
            struct stages *stages, struct failure *failure)
{
    *extraction = (struct extraction){0};
    sep_image image = {
        .data = frame->pixels,
        .mask = frame->mask,
        .dtype = frame->type,
        .mdtype = SEP_TBYTE,
        .w = frame->width,
        .h = frame->height,
        .noise_type = SEP_NOISE_NONE,
    };
    int result = subtract_background(&image, frame->pixels, parameters, extraction, failure);
    stage_done(stages, STAGE_BACKGROUND);

    if (result == 0)
        result = find_sources(&image, parameters, extraction, failure);
    stage_done(stages, STAGE_EXTRACT);

    if (result == 0) {
        image.noise_type = SEP_NOISE_STDDEV;
        image.noiseval = extraction->rms;
        result = measure(&image, parameters, extraction, failure);
    }
    stage_done(stages, STAGE_PHOTOMETRY);

    if (result == 0)
        extraction->sky = locate(frame, extraction->sources);
    stage_done(stages, STAGE_SKY);

    if (result != 0)
        free_extraction(extraction);
    return result;
}

void free_extraction(struct extraction *extraction)
{
    if (extraction->sources != NULL)
        sep_catalog_free(extraction->sources);
    free(extraction->fixed);
    free(extraction->automatic);
    free(extraction->sky);
    extraction->sources = NULL;
    extraction->fixed = NULL;
    extraction->automatic = NULL;
    extraction->sky = NULL;
}
