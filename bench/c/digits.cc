#include "digits.h"

#include <charconv>

char *shortest_double(char *first, double value)
{
    return std::to_chars(first, first + DIGITS_SIZE, value, std::chars_format::scientific).ptr;
}

char *shortest_float(char *first, float value)
{
    return std::to_chars(first, first + DIGITS_SIZE, value, std::chars_format::scientific).ptr;
}

char *two_digits(char *first, double value)
{
    return std::to_chars(first, first + DIGITS_SIZE, value, std::chars_format::scientific, 1).ptr;
}

char *decimal(char *first, long value)
{
    return std::to_chars(first, first + DIGITS_SIZE, value).ptr;
}
