/* The tables: the parts put together in row order. */
#ifndef KIRA_OUTPUT_H
#define KIRA_OUTPUT_H

#include "batch.h"

/*
 * Writes catalog.csv (canonical rows under a line of column names), frames.csv, fields.csv and rejects.csv, ordered
 * by field, band, image, HDU, number. Returns 0, or -1 with a message on stderr.
 */
int write_output(const struct batch *batch, const struct inputs *inputs, const char *directory, int apertures);

#endif
