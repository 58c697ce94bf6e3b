#include "memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

void *resize(void *block, size_t count, size_t size)
{
    void *resized = NULL;
    if (size == 0 || count <= SIZE_MAX / size)
        resized = realloc(block, count * size > 0 ? count * size : 1);
    if (resized == NULL) {
        fprintf(stderr, "kira-c: out of memory: %zu times %zu bytes\n", count, size);
        exit(EXIT_FAILURE);
    }
    return resized;
}

char *buffer_reserve(struct buffer *buffer, size_t more)
{
    if (buffer->capacity - buffer->length < more) {
        size_t doubled = 2 * buffer->capacity;
        size_t needed = buffer->length + more;
        buffer->capacity = doubled > needed ? doubled : needed;
        buffer->data = resize(buffer->data, buffer->capacity, 1);
    }
    return buffer->data + buffer->length;
}

void buffer_free(struct buffer *buffer)
{
    free(buffer->data);
    *buffer = (struct buffer){0};
}
