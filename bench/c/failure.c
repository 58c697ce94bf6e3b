#include "failure.h"

#include <stdarg.h>
#include <stdio.h>

int fail(struct failure *failure, const char *stage, const char *code, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    snprintf(failure->stage, sizeof failure->stage, "%s", stage);
    snprintf(failure->code, sizeof failure->code, "%s", code);
    vsnprintf(failure->reason, sizeof failure->reason, format, arguments);
    va_end(arguments);
    return -1;
}
