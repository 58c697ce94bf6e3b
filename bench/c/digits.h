/* The shortest decimal digits that read back as the same number (C++17's std::to_chars), for C. */
#ifndef KIRA_DIGITS_H
#define KIRA_DIGITS_H

#ifdef __cplusplus
extern "C" {
#endif

enum { DIGITS_SIZE = 32 };

/* Write d.ddde+xx into `first`, which has DIGITS_SIZE bytes; return the end. The number is finite. */
char *shortest_double(char *first, double value);
char *shortest_float(char *first, float value);

/* The same with exactly two digits, d.de+xx, correctly rounded. */
char *two_digits(char *first, double value);

/* Write a decimal integer; return the end. */
char *decimal(char *first, long value);

#ifdef __cplusplus
}
#endif

#endif
