/* SEP's header, which has no include guard of its own and needs size_t. */
#ifndef KIRA_LIBSEP_H
#define KIRA_LIBSEP_H

#include <stddef.h>

#include <sep.h>

#endif
