#include "options.h"

#include "libsep.h"

#include <errno.h>
#include <fitsio.h>
#include <getopt.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { USAGE_ERROR = 2 };

static const struct parameters REFERENCE = {
    .box_width = 64,
    .box_height = 64,
    .filter_width = 3,
    .filter_height = 3,
    .filter_threshold = 0,
    .threshold = 1.5,
    .min_area = 5,
    .kernel = {1, 2, 1, 2, 4, 2, 1, 2, 1},
    .kernel_width = 3,
    .kernel_height = 3,
    .deblend_levels = 32,
    .deblend_contrast = 0.005,
    .clean = true,
    .clean_param = 1.0,
    .aperture = {5},
    .apertures = 1,
    .subpixels = 5,
    .kron_ellipse = 6,
    .kron_factor = 2.5,
    .auto_subpixels = 1,
};

enum {
    OPT_BOX = 256,
    OPT_FILTER,
    OPT_FILTER_THRESHOLD,
    OPT_THRESHOLD,
    OPT_MIN_AREA,
    OPT_KERNEL,
    OPT_DEBLEND_LEVELS,
    OPT_DEBLEND_CONTRAST,
    OPT_CLEAN,
    OPT_APERTURES,
    OPT_SUBPIXELS,
    OPT_KRON_ELLIPSE,
    OPT_KRON_FACTOR,
    OPT_AUTO_SUBPIXELS,
    OPT_PART,
    OPT_MERGE,
    OPT_VERSION
};

static const struct option LONG_OPTIONS[] = {
    {"output", required_argument, NULL, 'o'},
    {"jobs", required_argument, NULL, 'j'},
    {"verbose", no_argument, NULL, 'v'},
    {"help", no_argument, NULL, 'h'},
    {"part", required_argument, NULL, OPT_PART},
    {"merge", no_argument, NULL, OPT_MERGE},
    {"version", no_argument, NULL, OPT_VERSION},
    {"box", required_argument, NULL, OPT_BOX},
    {"filter", required_argument, NULL, OPT_FILTER},
    {"filter-threshold", required_argument, NULL, OPT_FILTER_THRESHOLD},
    {"threshold", required_argument, NULL, OPT_THRESHOLD},
    {"min-area", required_argument, NULL, OPT_MIN_AREA},
    {"kernel", required_argument, NULL, OPT_KERNEL},
    {"deblend-levels", required_argument, NULL, OPT_DEBLEND_LEVELS},
    {"deblend-contrast", required_argument, NULL, OPT_DEBLEND_CONTRAST},
    {"clean", required_argument, NULL, OPT_CLEAN},
    {"apertures", required_argument, NULL, OPT_APERTURES},
    {"subpixels", required_argument, NULL, OPT_SUBPIXELS},
    {"kron-ellipse", required_argument, NULL, OPT_KRON_ELLIPSE},
    {"kron-factor", required_argument, NULL, OPT_KRON_FACTOR},
    {"auto-subpixels", required_argument, NULL, OPT_AUTO_SUBPIXELS},
    {NULL, 0, NULL, 0},
};

static const char HELP[] =
    "usage: kira-c [-v] [-j N] [OPTION...] -o DIR INPUT...\n"
    "\n"
    "Finds the sources of every two-dimensional image in FITS files with SEP. INPUT is a file, a directory\n"
    "(walked recursively; names that begin with . or _ are skipped) or @LIST, a file with one input a line.\n"
    "Writes DIR/catalog.csv, frames.csv, fields.csv and rejects.csv.\n"
    "\n"
    "  -o, --output DIR          where to write; made when it is missing\n"
    "  -j, --jobs N              processes (default: one a core)\n"
    "  -v, --verbose             counts, stage times and SEP's buffer limits on standard error\n"
    "  -h, --help                this text\n"
    "      --version             versions of SEP and CFITSIO\n"
    "\n"
    "One process a file (bin/kira-c-process-a-file does this)\n"
    "      --part N              INPUT is one file, number N (from 0) of a list: leave its rows in DIR, unordered\n"
    "      --merge               INPUT is that list: write the tables of what its parts have left in DIR\n"
    "\n"
    "Background\n"
    "      --box W[xH]           boxes, px (64)\n"
    "      --filter W[xH]        median filter, boxes (3)\n"
    "      --filter-threshold T  image units (0)\n"
    "Extraction\n"
    "      --threshold T         times the global RMS (1.5)\n"
    "      --min-area N          px (5)\n"
    "      --kernel ROW/ROW...   convolution, values between commas (1,2,1/2,4,2/1,2,1), or none\n"
    "      --deblend-levels N    (32)\n"
    "      --deblend-contrast C  (0.005)\n"
    "      --clean C             cleaning parameter (1); 0: no cleaning\n"
    "Photometry\n"
    "      --apertures R[,R...]  radii, px (5)\n"
    "      --subpixels N         of an aperture's pixel, along each axis; 0: exact (5)\n"
    "      --kron-ellipse R      the Kron radius is measured in an ellipse of R (a, b) (6)\n"
    "      --kron-factor F       the auto aperture is F Kron radii (2.5)\n"
    "      --auto-subpixels N    of the auto aperture's pixel; 0: exact (1)\n"
    "\n"
    "Exit status: 0 done; 1 failed; 2 wrong usage; 3 done, with rejects.\n";

__attribute__((noreturn, format(printf, 1, 2))) static void usage_error(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("kira-c: ", stderr);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputs("\nTry 'kira-c --help'.\n", stderr);
    exit(USAGE_ERROR);
}

/* Reads a number at *text and moves *text past it. */
static double take_number(const char *option, const char **text)
{
    char *end;
    errno = 0;
    double value = strtod(*text, &end);
    if (end == *text || errno != 0 || !(value >= -1e30 && value <= 1e30))
        usage_error("%s: not a number: '%s'", option, *text);
    *text = end;
    return value;
}

static double number(const char *option, const char *text, double least)
{
    const char *rest = text;
    double value = take_number(option, &rest);
    if (*rest != '\0' || value < least)
        usage_error("%s: not a number from %g: '%s'", option, least, text);
    return value;
}

static int integer(const char *option, const char *text, int least)
{
    double value = number(option, text, least);
    if (value > INT_MAX || value != (int)value)
        usage_error("%s: not an integer: '%s'", option, text);
    return (int)value;
}

static void width_and_height(const char *option, const char *text, int *width, int *height)
{
    int end = 0;
    int parts = sscanf(text, "%dx%d%n", width, height, &end);
    if (parts == 2 ? text[end] != '\0' : parts != 1 || strspn(text, "0123456789") != strlen(text))
        usage_error("%s: not W or WxH: '%s'", option, text);
    if (parts == 1)
        *height = *width;
    if (*width < 1 || *height < 1)
        usage_error("%s: not 1 at least: '%s'", option, text);
}

static void kernel(const char *option, const char *text, struct parameters *parameters)
{
    parameters->kernel_width = parameters->kernel_height = 0;
    if (strcmp(text, "none") == 0)
        return;
    int count = 0;
    int row = 0;
    for (const char *rest = text;; ++rest) {
        if (count == MAX_KERNEL)
            usage_error("%s: more than %d values", option, MAX_KERNEL);
        parameters->kernel[count++] = (float)take_number(option, &rest);
        ++row;
        if (*rest == ',')
            continue;
        if (*rest != '/' && *rest != '\0')
            usage_error("%s: not values between commas and rows between slashes: '%s'", option, text);
        if (parameters->kernel_height++ == 0)
            parameters->kernel_width = row;
        if (row != parameters->kernel_width)
            usage_error("%s: rows of different lengths: '%s'", option, text);
        row = 0;
        if (*rest == '\0')
            return;
    }
}

static void apertures(const char *option, const char *text, struct parameters *parameters)
{
    parameters->apertures = 0;
    for (const char *rest = text;; ++rest) {
        if (parameters->apertures == MAX_APERTURES)
            usage_error("%s: more than %d radii", option, MAX_APERTURES);
        double radius = take_number(option, &rest);
        if (radius <= 0 || (*rest != ',' && *rest != '\0'))
            usage_error("%s: not radii above 0 between commas: '%s'", option, text);
        parameters->aperture[parameters->apertures++] = radius;
        if (*rest == '\0')
            return;
    }
}

__attribute__((noreturn)) static void print_version(void)
{
    float cfitsio;
    fits_get_version(&cfitsio);
    printf("kira-c; SEP says %s; CFITSIO %.3f\n", sep_version_string, cfitsio);
    exit(EXIT_SUCCESS);
}

static void parse_parameter(int option, const char *name, const char *text, struct parameters *parameters)
{
    switch (option) {
    case OPT_BOX:
        width_and_height(name, text, &parameters->box_width, &parameters->box_height);
        break;
    case OPT_FILTER:
        width_and_height(name, text, &parameters->filter_width, &parameters->filter_height);
        break;
    case OPT_FILTER_THRESHOLD:
        parameters->filter_threshold = number(name, text, 0);
        break;
    case OPT_THRESHOLD:
        parameters->threshold = number(name, text, 0);
        break;
    case OPT_MIN_AREA:
        parameters->min_area = integer(name, text, 1);
        break;
    case OPT_KERNEL:
        kernel(name, text, parameters);
        break;
    case OPT_DEBLEND_LEVELS:
        parameters->deblend_levels = integer(name, text, 1);
        break;
    case OPT_DEBLEND_CONTRAST:
        parameters->deblend_contrast = number(name, text, 0);
        break;
    case OPT_CLEAN:
        parameters->clean_param = number(name, text, 0);
        parameters->clean = parameters->clean_param > 0;
        break;
    case OPT_APERTURES:
        apertures(name, text, parameters);
        break;
    case OPT_SUBPIXELS:
        parameters->subpixels = integer(name, text, 0);
        break;
    case OPT_KRON_ELLIPSE:
        parameters->kron_ellipse = number(name, text, 0);
        break;
    case OPT_KRON_FACTOR:
        parameters->kron_factor = number(name, text, 0);
        break;
    case OPT_AUTO_SUBPIXELS:
        parameters->auto_subpixels = integer(name, text, 0);
        break;
    }
}

int parse_options(int argc, char **argv, struct options *options)
{
    *options = (struct options){.parameters = REFERENCE};
    options->jobs = (int)sysconf(_SC_NPROCESSORS_ONLN);

    int option;
    int index = 0;
    while ((option = getopt_long(argc, argv, "o:j:vh", LONG_OPTIONS, &index)) != -1) {
        switch (option) {
        case 'o':
            options->output = optarg;
            break;
        case 'j':
            options->jobs = integer("--jobs", optarg, 1);
            break;
        case 'v':
            options->verbose = true;
            break;
        case 'h':
            fputs(HELP, stdout);
            exit(EXIT_SUCCESS);
        case OPT_PART:
            options->task = TASK_PART;
            options->part = integer("--part", optarg, 0);
            break;
        case OPT_MERGE:
            options->task = TASK_MERGE;
            break;
        case OPT_VERSION:
            print_version();
        case '?':
            fputs("Try 'kira-c --help'.\n", stderr);
            exit(USAGE_ERROR);
        default:
            parse_parameter(option, LONG_OPTIONS[index].name, optarg, &options->parameters);
        }
    }
    if (options->output == NULL)
        usage_error("no output directory: -o DIR");
    if (optind == argc)
        usage_error("no input");
    return optind;
}
