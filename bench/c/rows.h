/* The catalogue's canonical rows: comma-separated, one line a source, the same bytes as the Java job writes. */
#ifndef KIRA_ROWS_H
#define KIRA_ROWS_H

#include "extract.h"
#include "memory.h"

#include <stdio.h>

/* Writes the line of column names. */
void write_row_header(FILE *file, int apertures);

/* Adds the rows of a frame's sources. */
void append_rows(struct buffer *rows, const struct frame *frame, const char *image,
                 const struct extraction *extraction, int apertures);

#endif
