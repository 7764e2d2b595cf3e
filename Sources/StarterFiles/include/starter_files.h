#ifndef HANDBOOK_STARTER_FILES_H
#define HANDBOOK_STARTER_FILES_H

#include <stddef.h>

/// A file of texts that new sites and entries begin with, as it lies in `files/`.
struct handbook_starter_file {
  /// The path below `files/`, ending with a zero byte.
  const char *path;
  const unsigned char *bytes;
  size_t count;
};

/// How many files there are.
size_t handbook_starter_file_count(void);

/// The file at `index`, in order of paths; `index` is below the count.
const struct handbook_starter_file *handbook_starter_file_at(size_t index);

#endif
