/* Where on the sky a frame's sources are, by WCSLIB. */
#ifndef KIRA_SKY_H
#define KIRA_SKY_H

#include "fits.h"
#include "libsep.h"

struct sky_position {
    double longitude, latitude; /* degrees, in the frame's own system; NAN where there is none */
};

/* One position for each source, to be freed by the caller; all NAN if the frame has no celestial WCS. */
struct sky_position *locate(struct frame *frame, const sep_catalog *sources);

#endif
