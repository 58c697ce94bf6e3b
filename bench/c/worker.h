/* One process's share of the work: frames in, rows and notes out. */
#ifndef KIRA_WORKER_H
#define KIRA_WORKER_H

#include "failure.h"
#include "identity.h"
#include "inputs.h"
#include "options.h"
#include "stages.h"

#include <nettle/sha2.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum { NO_HDU = -1 };

/* What became of one frame, or of one file that gave none. Written whole to a part's file of notes. */
struct note {
    size_t input;
    int hdu; /* NO_HDU: the whole file */
    bool rejected;
    struct identity identity;
    struct failure failure; /* of a reject; all that follows is of a frame */
    int width, height;
    float background, rms;
    long masked;
    long detections;
    int part;
    off_t offset, length; /* its rows in the part's file of rows */
    uint8_t digest[SHA256_DIGEST_SIZE]; /* of its rows */
};

/* A worker's files, or those that processes of one file each share. */
struct part {
    int rows;
    int notes;
    size_t first_input; /* what to add to the number of an input: its place in the list of all processes */
};

/* Shared by the workers and their parent. */
struct tally {
    _Atomic size_t current; /* the input being worked on */
    long frames, rejects, ignored, detections, retries;
    size_t pixel_stack; /* SEP's limits at the end */
    int sub_objects;
    struct stages stages;
};

struct queue {
    _Atomic size_t next;
};

/* Takes inputs until none is left. A bad one is noted and passed over; a full disk ends the process. */
void work(const struct inputs *inputs, const struct parameters *parameters, struct queue *queue,
          const struct part *part, int part_number, struct tally *tally);

/* Notes and reports a reject. */
void note_reject(const struct part *part, const struct inputs *inputs, struct note *note, struct tally *tally);

/* Writes all bytes, or ends the process with a message. */
void write_fully(int file, const void *bytes, size_t length);

#endif
