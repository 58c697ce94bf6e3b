/* Memory that is there or ends the process; a byte buffer that grows. */
#ifndef KIRA_MEMORY_H
#define KIRA_MEMORY_H

#include <stddef.h>

/* As realloc, of count * size bytes; ends the process with a message when there is no memory. */
void *resize(void *block, size_t count, size_t size);

struct buffer {
    char *data;
    size_t length;
    size_t capacity;
};

/* Makes room for at least `more` bytes after what the buffer holds; returns where they start. */
char *buffer_reserve(struct buffer *buffer, size_t more);

void buffer_free(struct buffer *buffer);

#endif
