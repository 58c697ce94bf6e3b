/*
 * How a value is laid out in a canonical row.
 *
 * Numbers: the shortest digits that read back as the same float or double, laid out as Java's Double.toString
 * (JDK 19 and later) does: plain from 1e-3 up to 1e7, else d.dddE[-]n; nan, inf, -inf.
 * Strings: as they are, or double-quoted where a CSV reader could misread them.
 *
 * Each function writes at `at` without a closing zero and returns the end of what it wrote.
 */
#ifndef KIRA_LAYOUT_H
#define KIRA_LAYOUT_H

#include <stddef.h>

enum { NUMBER_SIZE = 32 }; /* no number needs more bytes */

char *put_int(char *at, long value);
char *put_float(char *at, float value);
char *put_double(char *at, double value);

/* Bytes that put_string may write at most. */
size_t string_size(const char *text);
char *put_string(char *at, const char *text);

#endif
