/* The files that the command line names, and the names they get in the catalogue. */
#ifndef KIRA_INPUTS_H
#define KIRA_INPUTS_H

#include <stddef.h>

struct input {
    char *path;
    char *image; /* relative to the input that named it, control characters percent-encoded */
};

struct inputs {
    struct input *files;
    size_t count;
    size_t capacity;
};

/* Adds a file, the files of a directory, or the inputs that a list (@file, one a line) names. A missing file is
   added all the same, to be rejected when it is read. Returns 0, or -1 with a message on stderr. */
int add_inputs(struct inputs *inputs, const char *argument);

void free_inputs(struct inputs *inputs);

#endif
