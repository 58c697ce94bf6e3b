/* Work spread over processes. */
#ifndef KIRA_BATCH_H
#define KIRA_BATCH_H

#include "inputs.h"
#include "options.h"
#include "worker.h"

struct batch {
    int workers;
    struct part *parts;    /* one a worker */
    struct tally *tallies; /* one a worker */
};

/* Does all inputs and leaves rows and notes in the parts. Returns 0, or -1 with a message on stderr. */
int run_batch(struct batch *batch, const struct inputs *inputs, const struct options *options);

/* Takes the parts that processes of one file each have left, and removes their names. Returns as run_batch does. */
int take_parts(struct batch *batch, const struct inputs *inputs, const struct options *options);

void free_batch(struct batch *batch);

#endif
