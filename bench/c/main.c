/* kira-c: source extraction from FITS frames with SEP, the C counterpart of Kira-MR's extract job. */
#include "batch.h"
#include "inputs.h"
#include "options.h"
#include "output.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DONE = 0, FAILED = 1, DONE_WITH_REJECTS = 3 };

static struct tally sum_tallies(const struct batch *batch)
{
    struct tally sum = {0};
    for (int i = 0; i < batch->workers; ++i) {
        const struct tally *tally = &batch->tallies[i];
        sum.frames += tally->frames;
        sum.rejects += tally->rejects;
        sum.ignored += tally->ignored;
        sum.detections += tally->detections;
        sum.retries += tally->retries;
        if (tally->pixel_stack > sum.pixel_stack)
            sum.pixel_stack = tally->pixel_stack;
        if (tally->sub_objects > sum.sub_objects)
            sum.sub_objects = tally->sub_objects;
        for (int stage = 0; stage < STAGES; ++stage)
            sum.stages.nanoseconds[stage] += tally->stages.nanoseconds[stage];
    }
    return sum;
}

static double milliseconds(int64_t nanoseconds)
{
    return (double)nanoseconds * 1e-6;
}

static void report(const struct tally *sum, const struct inputs *inputs, int workers, int64_t merge, int64_t wall)
{
    static const char *const NAMES[STAGES] = {"read", "background", "extract", "photometry", "sky", "write"};
    fprintf(stderr, "files %zu, frames %ld, rejects %ld, HDUs ignored %ld, detections %ld\n", inputs->count,
            sum->frames, sum->rejects, sum->ignored, sum->detections);
    fprintf(stderr, "extraction retries %ld, pixel stack %zu, sub-object limit %d\n", sum->retries, sum->pixel_stack,
            sum->sub_objects);
    for (int stage = 0; stage < STAGES; ++stage)
        fprintf(stderr, "%s %.1f ms, ", NAMES[stage], milliseconds(sum->stages.nanoseconds[stage]));
    fprintf(stderr, "merge %.1f ms; wall %.1f ms with %d processes\n", milliseconds(merge), milliseconds(wall),
            workers);
}

int main(int argc, char **argv)
{
    int64_t start = now_nanoseconds();
    struct options options;
    struct inputs inputs = {0};
    struct batch batch = {0};
    int status = FAILED;
    int result = 0;

    for (int i = parse_options(argc, argv, &options); i < argc; ++i)
        result |= add_inputs(&inputs, argv[i]);
    if (result == 0 && mkdir(options.output, 0777) != 0 && errno != EEXIST) {
        fprintf(stderr, "kira-c: %s: %s\n", options.output, strerror(errno));
        result = -1;
    }
    if (result == 0 && options.task == TASK_PART && inputs.count != 1) {
        fprintf(stderr, "kira-c: --part takes one file, not %zu\n", inputs.count);
        result = -1;
    }
    if (result == 0)
        result = options.task == TASK_MERGE ? take_parts(&batch, &inputs, &options)
                                            : run_batch(&batch, &inputs, &options);
    if (result == 0) {
        int64_t merge = now_nanoseconds();
        if (options.task != TASK_PART)
            result = write_output(&batch, &inputs, options.output, options.parameters.apertures);
        if (result == 0) {
            struct tally sum = sum_tallies(&batch);
            int64_t end = now_nanoseconds();
            if (options.verbose)
                report(&sum, &inputs, batch.workers, end - merge, end - start);
            /* The rejects of a part are told by the merge. */
            status = sum.rejects > 0 && options.task != TASK_PART ? DONE_WITH_REJECTS : DONE;
        }
    }
    free_batch(&batch);
    free_inputs(&inputs);
    return status;
}
