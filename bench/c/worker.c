#include "worker.h"

#include "extract.h"
#include "fits.h"
#include "libsep.h"
#include "rows.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

struct worker {
    const struct inputs *inputs;
    const struct parameters *parameters;
    const struct part *part;
    int part_number;
    struct tally *tally;
    struct frame frame;
    struct buffer rows;
};

void write_fully(int file, const void *bytes, size_t length)
{
    const char *at = bytes;
    while (length > 0) {
        ssize_t written = write(file, at, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            fprintf(stderr, "kira-c: cannot write: %s\n", strerror(errno));
            exit(EXIT_FAILURE);
        }
        at += written;
        length -= (size_t)written;
    }
}

static void write_note(const struct part *part, const struct note *note)
{
    struct note written = *note;
    written.input += part->first_input;
    write_fully(part->notes, &written, sizeof written);
}

void note_reject(const struct part *part, const struct inputs *inputs, struct note *note, struct tally *tally)
{
    note->rejected = true;
    const char *image = inputs->files[note->input].image;
    const struct failure *failure = &note->failure;
    if (note->hdu == NO_HDU)
        fprintf(stderr, "kira-c: %s: %s: %s\n", image, failure->code, failure->reason);
    else
        fprintf(stderr, "kira-c: %s: HDU %d: %s: %s\n", image, note->hdu, failure->code, failure->reason);
    write_note(part, note);
    ++tally->rejects;
}

static void lock(const struct part *part, int operation)
{
    while (flock(part->rows, operation) != 0) {
        if (errno == EINTR)
            continue;
        fprintf(stderr, "kira-c: cannot lock a part: %s\n", strerror(errno));
        exit(EXIT_FAILURE);
    }
}

static void write_frame(struct worker *worker, struct note *note, const struct extraction *extraction)
{
    struct buffer *rows = &worker->rows;
    rows->length = 0;
    append_rows(rows, &worker->frame, worker->inputs->files[note->input].image, extraction,
                worker->parameters->apertures);

    struct sha256_ctx digest;
    sha256_init(&digest);
    sha256_update(&digest, rows->length, (const uint8_t *)rows->data);
    sha256_digest(&digest, sizeof note->digest, note->digest);

    note->width = worker->frame.width;
    note->height = worker->frame.height;
    note->background = extraction->background;
    note->rms = extraction->rms;
    note->masked = worker->frame.masked;
    note->detections = extraction->sources->nobj;
    note->part = worker->part_number;
    note->length = (off_t)rows->length;
    /* other processes may append to the same part */
    lock(worker->part, LOCK_EX);
    note->offset = lseek(worker->part->rows, 0, SEEK_END);
    write_fully(worker->part->rows, rows->data, rows->length);
    lock(worker->part, LOCK_UN);
    write_note(worker->part, note);
}

static int work_on_frame(struct worker *worker, struct note *note)
{
    struct tally *tally = worker->tally;
    struct extraction extraction;
    if (extract(&worker->frame, worker->parameters, &extraction, &tally->stages, &note->failure) != 0)
        return -1;
    write_frame(worker, note, &extraction);
    ++tally->frames;
    tally->detections += extraction.sources->nobj;
    tally->retries += extraction.retries;
    free_extraction(&extraction);
    stage_done(&tally->stages, STAGE_WRITE);
    return 0;
}

static void work_on_file(struct worker *worker, size_t input)
{
    struct tally *tally = worker->tally;
    struct fits_reader reader;
    struct note note = {.input = input, .hdu = NO_HDU};
    const struct input *file = &worker->inputs->files[input];
    if (fits_reader_open(&reader, file->path, file->image, &note.failure) != 0) {
        note_reject(worker->part, worker->inputs, &note, tally);
        return;
    }
    for (;;) {
        enum fits_result result = fits_reader_next(&reader, &worker->frame, &note.failure);
        stage_done(&tally->stages, STAGE_READ);
        if (result == FITS_END)
            break;
        note.hdu = worker->frame.hdu;
        note.identity = worker->frame.identity;
        if (result == FITS_IGNORED)
            ++tally->ignored;
        else if (result == FITS_REJECTED || work_on_frame(worker, &note) != 0)
            note_reject(worker->part, worker->inputs, &note, tally);
    }
    fits_reader_close(&reader);
}

void work(const struct inputs *inputs, const struct parameters *parameters, struct queue *queue,
          const struct part *part, int part_number, struct tally *tally)
{
    struct worker worker = {
        .inputs = inputs,
        .parameters = parameters,
        .part = part,
        .part_number = part_number,
        .tally = tally,
    };
    tally->stages.since = now_nanoseconds();
    size_t input;
    while ((input = atomic_fetch_add(&queue->next, 1)) < inputs->count) {
        atomic_store(&tally->current, input);
        work_on_file(&worker, input);
    }
    stage_done(&tally->stages, STAGE_READ);
    tally->pixel_stack = sep_get_extract_pixstack();
    tally->sub_objects = sep_get_sub_object_limit();
    free_frame(&worker.frame);
    buffer_free(&worker.rows);
}
