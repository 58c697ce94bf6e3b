#include "identity.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MOST_DIGITS = 9 };

static void read_card(fitsfile *file, const char *keyword, const char *absent, char value[FLEN_VALUE])
{
    char text[FLEN_VALUE] = "";
    int status = 0;
    fits_read_key(file, TSTRING, keyword, text, NULL, &status);
    fits_clear_errmsg();
    const char *first = text + strspn(text, " ");
    size_t length = strlen(first);
    while (length > 0 && first[length - 1] == ' ')
        --length;
    if (status == 0 && length > 0)
        snprintf(value, FLEN_VALUE, "%.*s", (int)length, first);
    else
        snprintf(value, FLEN_VALUE, "%s", absent);
}

void read_identity_cards(fitsfile *file, const struct identity_cards *primary, struct identity_cards *cards)
{
    static const struct identity_cards NONE;
    int inherit = 1;
    int status = 0;
    fits_read_key(file, TLOGICAL, "INHERIT", &inherit, NULL, &status);
    fits_clear_errmsg();
    bool inherits = primary != NULL && (status != 0 || inherit);
    const struct identity_cards *absent = inherits ? primary : &NONE;
    read_card(file, "RUN", absent->run, cards->run);
    read_card(file, "CAMCOL", absent->camcol, cards->camcol);
    read_card(file, "FIELD", absent->field, cards->field);
    read_card(file, "FRAME", absent->frame, cards->frame);
    read_card(file, "CAMROW", absent->row, cards->row);
    read_card(file, "FILTER", absent->filter, cards->filter);
}

/* Copies a name, every character outside [A-Za-z0-9._+-] and every leading dot as an underscore, cut to size. */
static void sanitise(char to[IDENTITY_SIZE], const char *from, size_t length)
{
    size_t written = 0;
    bool leading = true;
    for (size_t i = 0; i < length && written < IDENTITY_SIZE - 1; ++i) {
        unsigned char c = (unsigned char)from[i];
        if ((c & 0xC0) == 0x80)
            continue; /* the rest of a UTF-8 character: one underscore each */
        leading = leading && c == '.';
        bool keep = !leading && c < 0x80 && (isalnum(c) || strchr("._+-", c) != NULL);
        to[written++] = keep ? (char)c : '_';
        if (c >= 0xF0 && written < IDENTITY_SIZE - 1)
            to[written++] = '_'; /* two UTF-16 units, so that Java writes the same */
    }
    to[written] = '\0';
}

/* Whether a card's value is a whole number that fits an int. */
static bool is_number(const char *value)
{
    size_t length = strlen(value);
    return length > 0 && length <= MOST_DIGITS && strspn(value, "0123456789") == length;
}

/* What to take off FRAME to get the field: each row of the camera sees a field two frames later than the row before, and
   FRAME counts from the start of the scan. */
static int frame_offset(const struct identity_cards *cards)
{
    static const char ROWS[] = "riuzg";
    const char *row = strlen(cards->filter) == 1 ? strchr(ROWS, cards->filter[0]) : NULL;
    if (row == NULL || !is_number(cards->row) || atoi(cards->row) != row - ROWS + 1)
        return 0;
    return 2 * (int)(row - ROWS);
}

static bool field_from_cards(const struct identity_cards *cards, char field[IDENTITY_SIZE])
{
    bool has_field = *cards->field != '\0';
    const char *number = has_field ? cards->field : cards->frame;
    if (!is_number(cards->run) || !is_number(cards->camcol) || !is_number(number))
        return false;
    snprintf(field, IDENTITY_SIZE, "%06d-%d-%04d", atoi(cards->run), atoi(cards->camcol),
             atoi(number) - (has_field ? 0 : frame_offset(cards)));
    return true;
}

/* Whether a name begins like a shape in which 0 stands for a digit and b for a band; other characters for
   themselves. */
static bool begins_like(const char *name, const char *shape)
{
    for (; *shape != '\0'; ++shape, ++name) {
        bool alike = *shape == '0'   ? isdigit((unsigned char)*name)
                     : *shape == 'b' ? *name != '\0' && strchr("ugriz", *name) != NULL
                                     : *name == *shape;
        if (!alike)
            return false;
    }
    return true;
}

static bool identity_from_name(const char *name, struct identity *identity)
{
    if (begins_like(name, "fpC-000000-b0-0000")) {
        snprintf(identity->field, IDENTITY_SIZE, "%.6s-%c-%.4s", name + 4, name[12], name + 14);
        snprintf(identity->band, IDENTITY_SIZE, "%c", name[11]);
        return true;
    }
    if (begins_like(name, "frame-b-000000-0-0000")) {
        snprintf(identity->field, IDENTITY_SIZE, "%.13s", name + 8);
        snprintf(identity->band, IDENTITY_SIZE, "%c", name[6]);
        return true;
    }
    return false;
}

static size_t length_without_suffixes(const char *name)
{
    static const char *const SUFFIXES[] = {".fits", ".fit", ".fts", ".fz", ".gz", ".bz2", ".Z"};
    size_t length = strlen(name);
    for (size_t i = 0; i < sizeof SUFFIXES / sizeof *SUFFIXES;) {
        size_t suffix = strlen(SUFFIXES[i]);
        if (length > suffix && strncasecmp(name + length - suffix, SUFFIXES[i], suffix) == 0) {
            length -= suffix;
            i = 0;
        } else {
            ++i;
        }
    }
    return length;
}

void identify(const struct identity_cards *cards, const char *image, struct identity *identity)
{
    *identity = (struct identity){0};
    const char *slash = strrchr(image, '/');
    const char *name = slash != NULL ? slash + 1 : image;
    bool sdss_name = identity_from_name(name, identity);
    if (!field_from_cards(cards, identity->field) && !sdss_name)
        sanitise(identity->field, name, length_without_suffixes(name));
    if (*cards->filter != '\0')
        sanitise(identity->band, cards->filter, strlen(cards->filter));
}
