#include "batch.h"

#include "memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* What parent and workers share: the queue, and after it a tally a worker. */
struct shared {
    struct queue queue;
    struct tally tallies[];
};

struct run {
    struct batch *batch;
    const struct inputs *inputs;
    const struct options *options;
    struct shared *shared;
    pid_t *workers;
    int running;
};

static size_t shared_size(int workers)
{
    return sizeof(struct shared) + (size_t)workers * sizeof(struct tally);
}

static int complain(const char *what)
{
    fprintf(stderr, "kira-c: %s: %s\n", what, strerror(errno));
    return -1;
}

static int nameless_file(const char *directory)
{
    char path[4096];
    if (snprintf(path, sizeof path, "%s/.kira-c-XXXXXX", directory) >= (int)sizeof path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    int file = mkstemp(path);
    if (file >= 0)
        unlink(path);
    return file;
}

/* A file that processes of one file each share. */
static int named_file(const char *directory, const char *name, bool remove)
{
    char path[4096];
    if (snprintf(path, sizeof path, "%s/%s", directory, name) >= (int)sizeof path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    int file = open(path, O_RDWR | O_CREAT | O_APPEND, 0666);
    if (file >= 0 && remove)
        unlink(path);
    return file;
}

static struct part open_part(const struct options *options)
{
    if (options->task == TASK_ALL)
        return (struct part){.rows = nameless_file(options->output), .notes = nameless_file(options->output)};
    bool remove = options->task == TASK_MERGE;
    return (struct part){
        .rows = named_file(options->output, ".kira-c-rows", remove),
        .notes = named_file(options->output, ".kira-c-notes", remove),
        .first_input = (size_t)options->part,
    };
}

static void run_worker(const struct run *run, int number)
{
    work(run->inputs, &run->options->parameters, &run->shared->queue, &run->batch->parts[number], number,
         &run->batch->tallies[number]);
}

static int start_worker(struct run *run, int number)
{
    pid_t child = fork();
    if (child == 0) {
        run_worker(run, number);
        _exit(EXIT_SUCCESS);
    }
    if (child < 0)
        return complain("cannot start a process");
    run->workers[number] = child;
    ++run->running;
    return 0;
}

/* The file at which a worker died becomes a reject, and a new worker takes the place of the old. */
static int replace_worker(struct run *run, int number, int exit_status)
{
    struct tally *tally = &run->batch->tallies[number];
    struct note note = {.input = atomic_load(&tally->current), .hdu = NO_HDU};
    if (WIFSIGNALED(exit_status))
        fail(&note.failure, "EXTRACT", "WORKER_DIED", "the process that worked on the file died of signal %d",
             WTERMSIG(exit_status));
    else
        fail(&note.failure, "EXTRACT", "WORKER_DIED", "the process that worked on the file ended with status %d",
             WEXITSTATUS(exit_status));
    note_reject(&run->batch->parts[number], run->inputs, &note, tally);
    return atomic_load(&run->shared->queue.next) < run->inputs->count ? start_worker(run, number) : 0;
}

static int wait_for_workers(struct run *run)
{
    int result = 0;
    while (run->running > 0) {
        int exit_status;
        pid_t child = wait(&exit_status);
        if (child < 0) {
            if (errno == EINTR)
                continue;
            return complain("cannot wait for a process");
        }
        int number = 0;
        while (run->workers[number] != child)
            ++number;
        --run->running;
        if ((!WIFEXITED(exit_status) || WEXITSTATUS(exit_status) != 0) &&
            replace_worker(run, number, exit_status) != 0)
            result = -1;
    }
    return result;
}

static int run_workers(struct run *run)
{
    if (run->batch->workers == 1) {
        run_worker(run, 0);
        return 0;
    }
    int result = 0;
    run->workers = resize(NULL, (size_t)run->batch->workers, sizeof *run->workers);
    for (int i = 0; result == 0 && i < run->batch->workers; ++i)
        result = start_worker(run, i);
    if (wait_for_workers(run) != 0)
        result = -1;
    free(run->workers);
    return result;
}

/* Opens the parts and makes room for the tallies; NULL with a message on stderr if that fails. */
static struct shared *prepare(struct batch *batch, int workers, const struct options *options)
{
    batch->workers = workers;
    batch->parts = resize(NULL, (size_t)workers, sizeof *batch->parts);
    for (int i = 0; i < workers; ++i)
        batch->parts[i] = (struct part){-1, -1, 0};
    for (int i = 0; i < workers; ++i) {
        batch->parts[i] = open_part(options);
        if (batch->parts[i].rows < 0 || batch->parts[i].notes < 0) {
            complain(options->output);
            return NULL;
        }
    }
    struct shared *shared =
        mmap(NULL, shared_size(workers), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) {
        complain("cannot share memory");
        return NULL;
    }
    batch->tallies = shared->tallies;
    return shared;
}

int run_batch(struct batch *batch, const struct inputs *inputs, const struct options *options)
{
    int workers = options->jobs;
    if (inputs->count < (size_t)workers)
        workers = inputs->count > 0 ? (int)inputs->count : 1;
    struct shared *shared = prepare(batch, workers, options);
    if (shared == NULL)
        return -1;
    struct run run = {.batch = batch, .inputs = inputs, .options = options, .shared = shared};
    return run_workers(&run);
}

int take_parts(struct batch *batch, const struct inputs *inputs, const struct options *options)
{
    if (prepare(batch, 1, options) == NULL)
        return -1;
    struct note note;
    ssize_t length;
    while ((length = read(batch->parts->notes, &note, sizeof note)) == (ssize_t)sizeof note) {
        if (note.input >= inputs->count) {
            fprintf(stderr, "kira-c: the parts in %s are of a longer list\n", options->output);
            return -1;
        }
        batch->tallies->frames += !note.rejected;
        batch->tallies->rejects += note.rejected;
        batch->tallies->detections += note.detections;
    }
    return length == 0 ? 0 : complain("the parts cannot be read");
}

void free_batch(struct batch *batch)
{
    for (int i = 0; i < batch->workers; ++i) {
        close(batch->parts[i].rows);
        close(batch->parts[i].notes);
    }
    free(batch->parts);
    if (batch->tallies != NULL)
        munmap((char *)batch->tallies - offsetof(struct shared, tallies), shared_size(batch->workers));
    *batch = (struct batch){0};
}
