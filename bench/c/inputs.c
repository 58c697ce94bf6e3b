#include "inputs.h"

#include "memory.h"

#include <errno.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static char *encode_controls(const char *name)
{
    char *encoded = resize(NULL, 3 * strlen(name) + 1, 1);
    char *at = encoded;
    for (; *name != '\0'; ++name) {
        unsigned char c = (unsigned char)*name;
        if (c < 0x20 || c == 0x7f)
            at += sprintf(at, "%%%02X", c);
        else
            *at++ = *name;
    }
    *at = '\0';
    return encoded;
}

static char *copy(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(resize(NULL, size, 1), text, size);
}

static void add_file(struct inputs *inputs, const char *path, const char *image)
{
    if (inputs->count == inputs->capacity) {
        inputs->capacity = inputs->capacity > 0 ? 2 * inputs->capacity : 64;
        inputs->files = resize(inputs->files, inputs->capacity, sizeof *inputs->files);
    }
    inputs->files[inputs->count++] = (struct input){copy(path), encode_controls(image)};
}

static int complain(const char *path, int error)
{
    fprintf(stderr, "kira-c: %s: %s\n", path, strerror(error));
    return -1;
}

static int add_directory(struct inputs *inputs, const char *directory)
{
    char *root = copy(directory);
    for (size_t length = strlen(root); length > 1 && root[length - 1] == '/'; --length)
        root[length - 1] = '\0';
    size_t prefix = strlen(root) + (strcmp(root, "/") != 0);

    int result = 0;
    FTS *tree = fts_open((char *[]){root, NULL}, FTS_LOGICAL | FTS_NOCHDIR, NULL);
    if (tree == NULL)
        result = complain(root, errno);
    for (FTSENT *entry; tree != NULL && (entry = fts_read(tree)) != NULL;) {
        if (entry->fts_level > FTS_ROOTLEVEL && (entry->fts_name[0] == '.' || entry->fts_name[0] == '_'))
            fts_set(tree, entry, FTS_SKIP);
        else if (entry->fts_info == FTS_F)
            add_file(inputs, entry->fts_path, entry->fts_path + prefix);
        else if (entry->fts_info == FTS_DNR || entry->fts_info == FTS_ERR || entry->fts_info == FTS_NS)
            result = complain(entry->fts_path, entry->fts_errno);
    }
    if (tree != NULL)
        fts_close(tree);
    free(root);
    return result;
}

static int add_list(struct inputs *inputs, const char *path)
{
    FILE *list = fopen(path, "r");
    if (list == NULL)
        return complain(path, errno);
    int result = 0;
    char *line = NULL;
    size_t size = 0;
    ssize_t length;
    while ((length = getline(&line, &size, list)) != -1) {
        if (length > 0 && line[length - 1] == '\n')
            line[--length] = '\0';
        if (length > 0 && add_inputs(inputs, line) != 0)
            result = -1;
    }
    if (ferror(list))
        result = complain(path, errno);
    free(line);
    fclose(list);
    return result;
}

int add_inputs(struct inputs *inputs, const char *argument)
{
    if (argument[0] == '@')
        return add_list(inputs, argument + 1);
    struct stat status;
    if (stat(argument, &status) == 0 && S_ISDIR(status.st_mode))
        return add_directory(inputs, argument);
    const char *slash = strrchr(argument, '/');
    add_file(inputs, argument, slash != NULL ? slash + 1 : argument);
    return 0;
}

void free_inputs(struct inputs *inputs)
{
    for (size_t i = 0; i < inputs->count; ++i) {
        free(inputs->files[i].path);
        free(inputs->files[i].image);
    }
    free(inputs->files);
    *inputs = (struct inputs){0};
}
