/* Where the time goes. */
#ifndef KIRA_STAGES_H
#define KIRA_STAGES_H

#include <stdint.h>
#include <time.h>

enum stage { STAGE_READ, STAGE_BACKGROUND, STAGE_EXTRACT, STAGE_PHOTOMETRY, STAGE_SKY, STAGE_WRITE, STAGES };

struct stages {
    int64_t nanoseconds[STAGES];
    int64_t since;
};

static inline int64_t now_nanoseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

/* Books the time since the last call on a stage. */
static inline void stage_done(struct stages *stages, enum stage stage)
{
    int64_t now = now_nanoseconds();
    stages->nanoseconds[stage] += now - stages->since;
    stages->since = now;
}

#endif
