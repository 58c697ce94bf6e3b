#include "layout.h"

#include "digits.h"

#include <math.h>
#include <string.h>

static char *put_zeros(char *at, int count)
{
    memset(at, '0', (size_t)count);
    return at + count;
}

static char *put_digits(char *at, const char *digits, int count)
{
    memcpy(at, digits, (size_t)count);
    return at + count;
}

/* Lays out a number given as d.ddde+xx in [first, end). */
static char *put_scientific(char *at, const char *first, const char *end)
{
    if (*first == '-')
        *at++ = *first++;

    char digits[DIGITS_SIZE];
    int count = 0;
    while (first < end && *first != 'e') {
        if (*first != '.')
            digits[count++] = *first;
        ++first;
    }
    while (count > 1 && digits[count - 1] == '0')
        --count;
    ++first;
    int negative = *first == '-';
    int exponent = 0;
    for (++first; first < end; ++first)
        exponent = 10 * exponent + (*first - '0');
    if (negative)
        exponent = -exponent;

    if (exponent >= -3 && exponent < 0) {
        at = put_digits(at, "0.", 2);
        at = put_zeros(at, -exponent - 1);
        return put_digits(at, digits, count);
    }
    int plain = exponent >= 0 && exponent < 7;
    int whole = plain ? exponent + 1 : 1;
    if (count > whole) {
        at = put_digits(at, digits, whole);
        *at++ = '.';
        at = put_digits(at, digits + whole, count - whole);
    } else {
        at = put_digits(at, digits, count);
        at = put_zeros(at, whole - count);
        at = put_digits(at, ".0", 2);
    }
    if (plain)
        return at;
    *at++ = 'E';
    return decimal(at, exponent);
}

static char *put_special(char *at, double value)
{
    if (isnan(value))
        return put_digits(at, "nan", 3);
    if (value == 0)
        return signbit(value) ? put_digits(at, "-0.0", 4) : put_digits(at, "0.0", 3);
    return value > 0 ? put_digits(at, "inf", 3) : put_digits(at, "-inf", 4);
}

/* Whether [first, end) is [-]de+xx. Java shows two digits at least, the two nearest to the value (4.9E-324). */
static int has_one_digit(const char *first)
{
    return first[first[0] == '-' ? 2 : 1] == 'e';
}

char *put_int(char *at, long value)
{
    return decimal(at, value);
}

char *put_float(char *at, float value)
{
    if (!isfinite(value) || value == 0)
        return put_special(at, value);
    char digits[DIGITS_SIZE];
    char *end = shortest_float(digits, value);
    if (has_one_digit(digits))
        end = two_digits(digits, value);
    return put_scientific(at, digits, end);
}

char *put_double(char *at, double value)
{
    if (!isfinite(value) || value == 0)
        return put_special(at, value);
    char digits[DIGITS_SIZE];
    char *end = shortest_double(digits, value);
    if (has_one_digit(digits))
        end = two_digits(digits, value);
    return put_scientific(at, digits, end);
}

size_t string_size(const char *text)
{
    return 2 * strlen(text) + 2;
}

static int needs_quotes(const char *text)
{
    size_t length = strlen(text);
    return length == 0 || strpbrk(text, ",\"\r\n") != NULL || text[0] == '#' || text[0] == ' ' ||
           text[length - 1] == ' ';
}

char *put_string(char *at, const char *text)
{
    if (!needs_quotes(text))
        return stpcpy(at, text);
    *at++ = '"';
    for (; *text != '\0'; ++text) {
        if (*text == '"')
            *at++ = '"';
        *at++ = *text;
    }
    *at++ = '"';
    return at;
}
