/* Output that is whole or an error: a full disk and a closed pipe are told, and a file is written beside its place and
 * moved there at the end. */
#ifndef DJ_CLI_OUTPUT_H
#define DJ_CLI_OUTPUT_H
#include <stdbool.h>
#include <stddef.h>

enum { DJ_LONGEST_PATH = 4096 };

typedef struct dj_output {
    const char *language; /* of what is said of a failure */
    const char *path; /* NULL: standard output */
    char target[DJ_LONGEST_PATH]; /* what is replaced: `path`, or where that leads as a symbolic link */
    char beside[DJ_LONGEST_PATH]; /* the file being written; empty where `path` is written directly (a device, a pipe) */
    bool is_new; /* it takes the place of no other */
    int fd;
    int failed; /* an errno, told by dj_output_close */
} dj_output;

bool dj_output_open(const char *language, const char *path, dj_output *out); /* false: told on stderr */
bool dj_output_create(const char *language, const char *path,
                      dj_output *out); /* the same where nothing is there, and nothing comes to be until it is closed */
bool dj_output_write(void *out, const char *bytes, size_t n); /* a daejo_sink */
bool dj_output_text(dj_output *out, const char *text);
bool dj_output_fmt(dj_output *out, const char *format, ...)
    __attribute__((format(printf, 2, 3))); /* up to DJ_LONGEST_PATH bytes */
/* Moves the file to its place where `keep` and nothing failed, else removes it; false where anything failed, told on stderr */
bool dj_output_close(dj_output *out, bool keep);
#endif
