#include "rows.h"

#include "layout.h"

#include <math.h>
#include <string.h>

enum { SOURCE_COLUMNS = 38, APERTURE_COLUMNS = 3, COLUMN_SIZE = NUMBER_SIZE + 1 };

void write_row_header(FILE *file, int apertures)
{
    fputs("field,band,image,hdu,number,x,y,xmin,xmax,ymin,ymax,xpeak,ypeak,xcpeak,ycpeak,npix,tnpix,thresh,"
          "x2,y2,xy,errx2,erry2,errxy,a,b,theta,cxx,cyy,cxy,cflux,flux,cpeak,peak,flag,",
          file);
    for (int k = 1; k <= apertures; ++k)
        fprintf(file, "flux_aper_%d,fluxerr_aper_%d,flag_aper_%d,", k, k, k);
    fputs("kron_radius,flux_auto,fluxerr_auto,flag_auto,ra,dec\n", file);
}

static char *int_column(char *at, long value)
{
    at = put_int(at, value);
    *at++ = ',';
    return at;
}

static char *float_column(char *at, float value)
{
    at = put_float(at, value);
    *at++ = ',';
    return at;
}

static char *double_column(char *at, double value)
{
    at = put_double(at, value);
    *at++ = ',';
    return at;
}

static char *string_column(char *at, const char *value)
{
    at = put_string(at, value);
    *at++ = ',';
    return at;
}

static char *source_columns(char *at, const sep_catalog *sources, int i)
{
    at = double_column(at, sources->x[i]);
    at = double_column(at, sources->y[i]);
    at = int_column(at, sources->xmin[i]);
    at = int_column(at, sources->xmax[i]);
    at = int_column(at, sources->ymin[i]);
    at = int_column(at, sources->ymax[i]);
    at = int_column(at, sources->xpeak[i]);
    at = int_column(at, sources->ypeak[i]);
    at = int_column(at, sources->xcpeak[i]);
    at = int_column(at, sources->ycpeak[i]);
    at = int_column(at, sources->npix[i]);
    at = int_column(at, sources->tnpix[i]);
    at = float_column(at, sources->thresh[i]);
    at = double_column(at, sources->x2[i]);
    at = double_column(at, sources->y2[i]);
    at = double_column(at, sources->xy[i]);
    at = double_column(at, sources->errx2[i]);
    at = double_column(at, sources->erry2[i]);
    at = double_column(at, sources->errxy[i]);
    at = float_column(at, sources->a[i]);
    at = float_column(at, sources->b[i]);
    at = float_column(at, sources->theta[i]);
    at = float_column(at, sources->cxx[i]);
    at = float_column(at, sources->cyy[i]);
    at = float_column(at, sources->cxy[i]);
    at = float_column(at, sources->cflux[i]);
    at = float_column(at, sources->flux[i]);
    at = float_column(at, sources->cpeak[i]);
    at = float_column(at, sources->peak[i]);
    return int_column(at, sources->flag[i]);
}

static char *photometry_columns(char *at, const struct aperture_sum *fixed, int apertures,
                                const struct auto_sum *automatic)
{
    for (int k = 0; k < apertures; ++k) {
        at = double_column(at, fixed[k].flux);
        at = double_column(at, fixed[k].fluxerr);
        at = int_column(at, fixed[k].flag);
    }
    at = double_column(at, automatic->kron_radius);
    at = double_column(at, automatic->flux);
    at = double_column(at, automatic->fluxerr);
    return int_column(at, automatic->flag);
}

/* What is missing is empty. */
static char *sky_columns(char *at, const struct sky_position *position)
{
    if (!isnan(position->longitude))
        at = put_double(at, position->longitude);
    *at++ = ',';
    return isnan(position->latitude) ? at : put_double(at, position->latitude);
}

void append_rows(struct buffer *rows, const struct frame *frame, const char *image,
                 const struct extraction *extraction, int apertures)
{
    const struct identity *identity = &frame->identity;
    size_t prefix_size = string_size(identity->field) + string_size(identity->band) + string_size(image) +
                         4 * COLUMN_SIZE;
    struct buffer prefix = {0};
    char *at = buffer_reserve(&prefix, prefix_size);
    at = string_column(at, identity->field);
    at = string_column(at, identity->band);
    at = string_column(at, image);
    at = int_column(at, frame->hdu);
    prefix.length = (size_t)(at - prefix.data);

    size_t row_size = prefix_size + (size_t)(SOURCE_COLUMNS + APERTURE_COLUMNS * apertures) * COLUMN_SIZE;
    for (int i = 0; i < extraction->sources->nobj; ++i) {
        at = buffer_reserve(rows, row_size);
        at = mempcpy(at, prefix.data, prefix.length);
        at = int_column(at, i + 1);
        at = source_columns(at, extraction->sources, i);
        at = photometry_columns(at, extraction->fixed + (size_t)i * (size_t)apertures, apertures,
                                extraction->automatic + i);
        at = sky_columns(at, extraction->sky + i);
        *at++ = '\n';
        rows->length = (size_t)(at - rows->data);
    }
    buffer_free(&prefix);
}
