/* Why a file or a frame gave no rows: one line of rejects.csv. */
#ifndef KIRA_FAILURE_H
#define KIRA_FAILURE_H

struct failure {
    char stage[16];
    char code[32];
    char reason[320];
};

/* Fills *failure, the reason as printf does; always -1, for `return fail(...)`. */
__attribute__((format(printf, 4, 5))) int fail(struct failure *failure, const char *stage, const char *code,
                                               const char *format, ...);

#endif
