/* Which field and band a frame belongs to. */
#ifndef KIRA_IDENTITY_H
#define KIRA_IDENTITY_H

#include <fitsio.h>

enum { IDENTITY_SIZE = 101 }; /* bytes of a field or band name with its closing zero */

struct identity {
    char field[IDENTITY_SIZE];
    char band[IDENTITY_SIZE];
};

/* Values of header cards without blanks around them; empty where there is none. */
struct identity_cards {
    char run[FLEN_VALUE], camcol[FLEN_VALUE], field[FLEN_VALUE], frame[FLEN_VALUE], row[FLEN_VALUE];
    char filter[FLEN_VALUE];
};

/* Reads the cards of the current HDU; those that it lacks are taken from `primary`, unless that is
 * NULL or the HDU says INHERIT = F. */
void read_identity_cards(fitsfile *file, const struct identity_cards *primary, struct identity_cards *cards);

/*
 * The field is, in this order: the cards RUN, CAMCOL and FIELD, or FRAME less the offset of the camera's row (CAMROW);
 * a file name such as fpC-RRRRRR-bC-FFFF or frame-b-RRRRRR-C-FFFF; the file name without its suffixes.
 * The band is the card FILTER, else what the file name says, else empty.
 */
void identify(const struct identity_cards *cards, const char *image, struct identity *identity);

#endif
