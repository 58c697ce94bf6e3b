/* The numbers of the extraction, and what the command line asks for. */
#ifndef KIRA_OPTIONS_H
#define KIRA_OPTIONS_H

#include <stdbool.h>

enum { MAX_APERTURES = 32, MAX_KERNEL = 1024 };

struct parameters {
    int box_width, box_height;       /* background mesh, px */
    int filter_width, filter_height; /* median filter of the mesh, boxes */
    double filter_threshold;         /* image units */
    double threshold;                /* times the global RMS */
    int min_area;                    /* px */
    float kernel[MAX_KERNEL];        /* convolution, row by row; no kernel when kernel_width is 0 */
    int kernel_width, kernel_height;
    int deblend_levels;
    double deblend_contrast;
    bool clean;
    double clean_param;
    double aperture[MAX_APERTURES]; /* radii, px */
    int apertures;
    int subpixels;       /* of a circular aperture, along each axis; 0: exact */
    double kron_ellipse; /* the Kron radius is measured in this many (a, b) */
    double kron_factor;  /* the auto aperture is this many Kron radii */
    int auto_subpixels;
};

/* What of the work this process does. */
enum task {
    TASK_ALL,   /* everything */
    TASK_PART,  /* one file; its rows are left for a later TASK_MERGE */
    TASK_MERGE, /* the tables, from what processes with TASK_PART have left */
};

struct options {
    struct parameters parameters;
    enum task task;
    int part; /* TASK_PART: place of the file in the list that TASK_MERGE will get, counted from 0 */
    int jobs;
    const char *output;
    bool verbose;
};

/* Reads the command line; returns the index of the first input. Ends the process on --help, --version (0) and
   wrong usage (2). */
int parse_options(int argc, char **argv, struct options *options);

#endif
