#include "output.h"

#include "layout.h"
#include "memory.h"
#include "rows.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* A frame or a reject, with its names resolved for sorting. */
struct entry {
    const struct note *note;
    const char *image;
};

struct entries {
    struct entry *data;
    size_t count;
};

struct mapped {
    char *data;
    size_t length;
};

/* One field's rows as they go by. */
struct field_sum {
    const char *name;
    struct buffer bands; /* distinct, in order, between spaces */
    const char *last_band;
    long frames, detections;
    struct sha256_ctx digest;
};

struct writer {
    const struct mapped *rows; /* one a part */
    FILE *catalog, *frames, *fields, *rejects;
    struct field_sum field;
};

static int complain(const char *name)
{
    fprintf(stderr, "kira-c: %s: %s\n", name, strerror(errno));
    return -1;
}

static int map_file(int file, struct mapped *mapped)
{
    *mapped = (struct mapped){0};
    struct stat status;
    if (fstat(file, &status) != 0)
        return complain("a part");
    if (status.st_size == 0)
        return 0;
    void *data = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_SHARED, file, 0);
    if (data == MAP_FAILED)
        return complain("a part");
    *mapped = (struct mapped){data, (size_t)status.st_size};
    return 0;
}

static void unmap_file(struct mapped *mapped)
{
    if (mapped->data != NULL)
        munmap(mapped->data, mapped->length);
}

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
    int order = strcmp(a->note->identity.field, b->note->identity.field);
    if (order == 0)
        order = strcmp(a->note->identity.band, b->note->identity.band);
    if (order == 0)
        order = strcmp(a->image, b->image);
    if (order == 0)
        order = a->note->hdu - b->note->hdu;
    return order;
}

static void collect(struct entries *entries, const struct mapped *notes, const struct inputs *inputs)
{
    size_t count = notes->length / sizeof(struct note);
    const struct note *note = (const struct note *)notes->data;
    entries->data = resize(entries->data, entries->count + count, sizeof *entries->data);
    for (size_t i = 0; i < count; ++i, ++note)
        entries->data[entries->count++] = (struct entry){note, inputs->files[note->input].image};
}

static void write_string(FILE *file, const char *text)
{
    struct buffer quoted = {0};
    char *first = buffer_reserve(&quoted, string_size(text));
    fwrite(first, 1, (size_t)(put_string(first, text) - first), file);
    buffer_free(&quoted);
}

static void write_strings(FILE *file, const char *const *strings, int count)
{
    for (int i = 0; i < count; ++i) {
        write_string(file, strings[i]);
        putc(',', file);
    }
}

static void write_float(FILE *file, float value)
{
    char text[NUMBER_SIZE];
    fwrite(text, 1, (size_t)(put_float(text, value) - text), file);
    putc(',', file);
}

static void write_digest(FILE *file, const uint8_t *digest)
{
    for (int i = 0; i < SHA256_DIGEST_SIZE; ++i)
        fprintf(file, "%02x", digest[i]);
    putc('\n', file);
}

static void end_field(struct writer *writer)
{
    struct field_sum *field = &writer->field;
    if (field->name == NULL)
        return;
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_digest(&field->digest, sizeof digest, digest);
    write_strings(writer->fields, (const char *[]){field->name, field->bands.data}, 2);
    fprintf(writer->fields, "%ld,%ld,", field->frames, field->detections);
    write_digest(writer->fields, digest);
    buffer_free(&field->bands);
    field->name = NULL;
}

static void begin_field(struct writer *writer, const char *name)
{
    end_field(writer);
    writer->field = (struct field_sum){.name = name};
    sha256_init(&writer->field.digest);
}

static void add_band(struct field_sum *field, const char *band)
{
    if (field->last_band != NULL && strcmp(field->last_band, band) == 0)
        return;
    char *at = buffer_reserve(&field->bands, strlen(band) + 2);
    char *end = stpcpy(field->last_band != NULL ? stpcpy(at, " ") : at, band);
    field->bands.length += (size_t)(end - at);
    field->last_band = band;
}

static void write_frame(struct writer *writer, const struct entry *entry)
{
    const struct note *note = entry->note;
    const char *field = note->identity.field;
    if (writer->field.name == NULL || strcmp(writer->field.name, field) != 0)
        begin_field(writer, field);
    const char *rows = writer->rows[note->part].data + note->offset;
    size_t length = (size_t)note->length;
    if (length > 0) {
        fwrite(rows, 1, length, writer->catalog);
        sha256_update(&writer->field.digest, length, (const uint8_t *)rows);
    }
    add_band(&writer->field, note->identity.band);
    ++writer->field.frames;
    writer->field.detections += note->detections;

    write_strings(writer->frames, (const char *[]){field, note->identity.band, entry->image}, 3);
    fprintf(writer->frames, "%d,%d,%d,", note->hdu, note->width, note->height);
    write_float(writer->frames, note->background);
    write_float(writer->frames, note->rms);
    fprintf(writer->frames, "%ld,%ld,", note->masked, note->detections);
    write_digest(writer->frames, note->digest);
}

static void write_reject(struct writer *writer, const struct entry *entry)
{
    const struct note *note = entry->note;
    write_strings(writer->rejects, &entry->image, 1);
    if (note->hdu != NO_HDU)
        fprintf(writer->rejects, "%d", note->hdu);
    putc(',', writer->rejects);
    const struct failure *failure = &note->failure;
    write_strings(writer->rejects, (const char *[]){note->identity.field, failure->stage, failure->code}, 3);
    write_string(writer->rejects, failure->reason);
    putc('\n', writer->rejects);
}

static FILE *open_table(const char *directory, const char *name, const char *header)
{
    char path[4096];
    FILE *table = NULL;
    errno = ENAMETOOLONG;
    if (snprintf(path, sizeof path, "%s/%s", directory, name) < (int)sizeof path)
        table = fopen(path, "w");
    if (table == NULL)
        complain(name);
    else
        fputs(header, table);
    return table;
}

static int close_table(FILE *table, const char *name)
{
    if (table == NULL)
        return -1;
    int failed = ferror(table);
    if (fclose(table) != 0 || failed)
        return complain(name);
    return 0;
}

static int write_tables(struct writer *writer, const struct entries *entries, const char *directory, int apertures)
{
    writer->catalog = open_table(directory, "catalog.csv", "");
    writer->frames = open_table(directory, "frames.csv",
                                "field,band,image,hdu,width,height,background,rms,masked,detections,sha256\n");
    writer->fields = open_table(directory, "fields.csv", "field,bands,frames,detections,sha256\n");
    writer->rejects = open_table(directory, "rejects.csv", "image,hdu,field,stage,code,reason\n");
    if (writer->catalog != NULL && writer->frames != NULL && writer->fields != NULL && writer->rejects != NULL) {
        write_row_header(writer->catalog, apertures);
        for (size_t i = 0; i < entries->count; ++i) {
            if (entries->data[i].note->rejected)
                write_reject(writer, &entries->data[i]);
            else
                write_frame(writer, &entries->data[i]);
        }
        end_field(writer);
    }
    int result = close_table(writer->catalog, "catalog.csv");
    result |= close_table(writer->frames, "frames.csv");
    result |= close_table(writer->fields, "fields.csv");
    return result | close_table(writer->rejects, "rejects.csv");
}

int write_output(const struct batch *batch, const struct inputs *inputs, const char *directory, int apertures)
{
    int result = 0;
    struct entries entries = {0};
    struct mapped *rows = resize(NULL, (size_t)batch->workers, sizeof *rows);
    struct mapped *notes = resize(NULL, (size_t)batch->workers, sizeof *notes);
    for (int i = 0; i < batch->workers; ++i) {
        result |= map_file(batch->parts[i].rows, &rows[i]);
        result |= map_file(batch->parts[i].notes, &notes[i]);
        collect(&entries, &notes[i], inputs);
    }
    if (result == 0) {
        qsort(entries.data, entries.count, sizeof *entries.data, compare_entries);
        struct writer writer = {.rows = rows};
        result = write_tables(&writer, &entries, directory, apertures);
    }
    for (int i = 0; i < batch->workers; ++i) {
        unmap_file(&rows[i]);
        unmap_file(&notes[i]);
    }
    free(rows);
    free(notes);
    free(entries.data);
    return result;
}
